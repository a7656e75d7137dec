// swift-tools-version:6.2
import PackageDescription

// MARK: Settings

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

// MARK: Libraries

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let customDump: Target.Dependency = .product(name: "CustomDump", package: "swift-custom-dump")

// MARK: Shapes of targets

/// A target of the ground floor with its tests.
func ground(
    _ name: String, _ dependencies: [Target.Dependency] = [], tests: [Target.Dependency] = [],
    resources: [Resource] = [], testExclude: [String] = []
) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict),
        .testTarget(
            name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies + tests,
            exclude: testExclude, swiftSettings: strict),
    ]
}

/// One instrument of the prevention chain: its own target, its own tests, no import of another room.
func room(
    _ name: String, _ extra: [Target.Dependency] = [], tests: [Target.Dependency] = [], testExclude: [String] = []
) -> [Target] {
    let base: [Target.Dependency] =
        ["Prevention", "Tables", "Storage", "HTML", "Texts", "Design", "Web", "Areas", "Offers"] + extra
    return [
        .target(
            name: name, dependencies: base, path: "Sources/Rooms/\(name)",
            resources: [.embedInCode("Texts")], swiftSettings: strict),
        .testTarget(
            name: "\(name)Tests", dependencies: base + [.byName(name: name), "RoomTesting", "StorageTesting"] + tests,
            path: "Tests/Rooms/\(name)Tests", exclude: testExclude, swiftSettings: strict),
    ]
}

// MARK: The house

var targets: [Target] = []
targets += ground("Prevention")
targets += ground("HTML")
targets += ground("Tables", ["Prevention"])
targets += ground("Statistics", ["Prevention"], tests: ["Tables"])
targets += ground("Workflow", ["Prevention"])
targets += ground("Transfers", ["Prevention", "Workflow"])
targets += ground("ContextModel", ["Prevention", "Workflow"])
targets += ground("Practice", ["Prevention", "Workflow"], tests: ["PracticeTesting"])
targets += [
    .target(name: "PracticeTesting", dependencies: ["Prevention", "Workflow", "Practice"], swiftSettings: strict)
]
targets += ground("Similarity", tests: ["Prevention"])
targets += ground("QRCode", tests: ["StorageTesting"])
targets += ground("LearningNetwork", ["Prevention", "Workflow"])
targets += [.systemLibrary(name: "CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])])]
targets += ground("Disclosure", ["Prevention", "CClp"])
targets += ground("Clearing", tests: ["Prevention"])
targets += ground("Rounds", ["Prevention", "Workflow", "Transfers", "Clearing"])
targets += ground(
    "Compute", ["Prevention", "Tables", "Statistics", "Disclosure", "Clearing", "ContextModel", "Similarity"])
targets += [.systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])])]
targets += ground("Language", ["CStemmer"], testExclude: ["Fixtures"])
targets += [
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])])
]
targets += ground(
    "Storage", ["Prevention", grdb, grdbSQLite, crypto, "CPostgres"], tests: ["StorageTesting", "storage-probe"])
targets += [
    .target(name: "StorageTesting", dependencies: ["Prevention", "Storage"], swiftSettings: strict),
    .executableTarget(
        name: "storage-probe", dependencies: ["Prevention", "Storage", "StorageTesting"], path: "Sources/StorageProbe",
        swiftSettings: strict),
]
targets += ground("Texts", ["Prevention", "HTML"])
targets += ground("Design", ["Prevention", "HTML", "Texts"], resources: [.embedInCode("Texts")])
targets += [.systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])])]
targets += ground(
    "Web",
    [
        "Prevention", "Storage", "HTML", "Texts", "Design", "CZlib", hummingbird, hummingbirdCore, httpTypes, nioCore,
        nioHTTP1, nioPosix, logging, lifecycle, crypto, cryptoExtras,
    ],
    tests: ["StorageTesting", "RoomTesting"], resources: [.embedInCode("Texts")])
targets += [
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(name: "CCurlShim", dependencies: ["CCurl"]),
    .executableTarget(
        name: "MailCrashChild", dependencies: ["Mail", "Prevention", "Storage"], path: "Tests/MailCrashChild",
        swiftSettings: strict),
]
targets += ground(
    "Mail", ["Prevention", "Storage", "Texts", "CCurlShim", crypto, logging],
    tests: ["StorageTesting", "MailCrashChild"],
    resources: [.embedInCode("Texts")], testExclude: ["Support"])
targets += ground("Print", ["Texts", "CZlib"], tests: ["StorageTesting"], resources: [.embedInCode("Texts")])
targets += ground(
    "Areas", ["Prevention", "Language", "Storage", "HTML", "Texts", "Design", crypto], tests: ["StorageTesting"])
targets += ground(
    "Offers", ["Prevention", "Tables", "Storage", "Language", "Areas", crypto], tests: ["StorageTesting"],
    testExclude: ["Fixtures"])
targets += ground(
    "Indicators",
    ["Prevention", "Tables", "Storage", "Language", "Statistics", "Disclosure", "Similarity", "Areas", crypto],
    tests: ["StorageTesting"])
targets += room("Accounts")
targets += room("Desk")
targets += room("Portal")
targets += room("Register", ["Mail"])
targets += room("Mailroom", ["Mail"])
targets += room("Pressroom", ["Print"])
targets += [
    .target(
        name: "Muster", dependencies: ["Prevention", "HTML", "Texts", "Design", "Web"], path: "Sources/Rooms/Muster",
        swiftSettings: strict),
    .testTarget(
        name: "MusterTests", dependencies: ["Prevention", "HTML", "Texts", "Design", "Web", "Muster", "RoomTesting"],
        path: "Tests/Rooms/MusterTests", swiftSettings: strict),
]
targets += room("Records")
targets += room(
    "Practices", ["Workflow", "Practice", "Language", "Print", "QRCode", "Mail"], tests: ["PracticeTesting"],
    testExclude: ["Snapshots"])
targets += room("Exchange", ["Workflow", "Transfers", "Clearing", "Rounds"], testExclude: ["Snapshots"])
targets += room("Context", ["Workflow", "ContextModel"], testExclude: ["Snapshots"])
targets += room("Learning", ["Workflow", "LearningNetwork", "Mail"], testExclude: ["Snapshots"])
targets += room("HSDS", tests: ["Musterkreis"])
targets += room("Chain", ["Statistics", "Similarity", "Indicators"], testExclude: ["Snapshots"])
targets += room("Monitoring", ["Statistics", "Disclosure", "Indicators", "Print"])
targets += room("OpenData", ["Statistics", "Indicators"])
targets += room("Intake")
targets += ground("Musterkreis", ["Prevention", "Areas", "Offers", "Indicators", "Practice", "Workflow"])
targets += ground(
    "ModelProject",
    [
        "Prevention", "Storage", "Areas", "Offers", "Indicators", "Records", "Practice", "Practices", "Workflow",
        "Transfers", "Rounds", "LearningNetwork", "Learning",
    ])
targets += [
    .target(
        name: "DemoData",
        dependencies: [
            "Prevention", "Storage", "Web", "Areas", "Offers", "Indicators", "Records", "ModelProject", "Musterkreis",
            "Practices", "Exchange", "Context", "Learning", "LearningNetwork", "Practice", "Transfers", "Rounds",
            "Clearing", "ContextModel", "Workflow", "Chain",
        ],
        swiftSettings: strict),
    .testTarget(
        name: "DemoDataTests",
        dependencies: [
            "DemoData", "House", "Prevention", "Storage", "Web", "Areas", "Offers", "Indicators", "Statistics", "Chain",
            "ModelProject", "Musterkreis", "StorageTesting", "Practice", "Practices", "Exchange", "Context", "Learning",
            "Rounds", "Transfers",
        ],
        swiftSettings: strict),
    .target(
        name: "House",
        dependencies: [
            "Prevention", "Storage", "HTML", "Texts", "Design", "Web", "Mail", "Areas", "Offers", "Indicators",
            "Accounts", "Desk", "Portal", "Register", "Muster", "Records", "HSDS", "Chain", "Intake", "Mailroom",
            "Pressroom",
            "Monitoring", "OpenData", "Print", "Practices", "Exchange", "Context", "Learning", "Practice", "Transfers",
            "ContextModel", "Similarity", "Workflow", logging,
        ],
        swiftSettings: strict),
    .testTarget(
        name: "HouseTests",
        dependencies: [
            "House", "Prevention", "Storage", "Texts", "Web", "Areas", "Indicators", "Context", "Exchange",
            "RoomTesting",
            "StorageTesting",
        ],
        exclude: ["released-migrations.txt"], swiftSettings: strict),
    .target(
        name: "RoomTesting",
        dependencies: [
            "Prevention", "Storage", "StorageTesting", "HTML", "Texts", "Design", "Web", hummingbird, httpTypes,
            nioCore,
            nioEmbedded, logging, customDump,
        ],
        swiftSettings: strict),
    .executableTarget(
        name: "lueckenlos",
        dependencies: [
            "House", "Chain", "Monitoring", "Indicators", "DemoData", "Musterkreis", "HSDS", "Compute", "Statistics",
            "Clearing", "Similarity", "Prevention", "Tables", "Storage", "Web", "Mail", "Practice", "Practices",
            "Transfers", "Rounds", "Exchange", "ModelProject", "Workflow",
            "Areas",
            "Offers",
            arguments, logging, hummingbird, lifecycle,
        ],
        swiftSettings: strict),
]

let package = Package(
    name: "lueckenlos",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "lueckenlos", targets: ["lueckenlos"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections.git", exact: "1.6.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
        .package(url: "https://github.com/pointfreeco/swift-custom-dump.git", exact: "1.7.3"),
    ],
    targets: targets
)
