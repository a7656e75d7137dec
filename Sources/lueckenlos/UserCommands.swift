import ArgumentParser
import Foundation
import House
import Prevention
import Storage
import Texts
import Web

/// `lueckenlos user …`: accounts from the command line, for the first administrator and for emergencies.
struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Konten anlegen und verwalten. / Add and manage accounts.",
        subcommands: [UserAdd.self, UserInvite.self, UserDisable.self, UserRole.self])
}

/// Which account a command is about.
struct UserOptions: ParsableArguments {
    @OptionGroup var house: HouseOptions
    @Argument(help: ArgumentHelp("E-Mail-Adresse. / E-mail address.", valueName: "EMAIL")) var email: String

    func open() async throws -> House {
        let environment = ProcessInfo.processInfo.environment
        return try await House(
            database: try await house.database(), facts: HouseFacts(name: "Familien und Prävention", sender: ""),
            clock: .live, settings: try WebSettings(environment: environment),
            mail: try HouseMail(dataFolder: try house.folder(), environment: environment))
    }

    func record(in house: House) async throws -> AccountRecord {
        guard let record = try await house.desk.accounts.account(email: email) else {
            throw CommandFailure("Zu \(email) gibt es kein Konto. Bitte die Schreibweise prüfen.")
        }
        return record
    }

    static let actor = AuditActor.system("command-line")
}

/// Which role, where.
struct RoleOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Aufgabe, auch mit Anbieter und Gebiet: planner, provider@SCHLUESSEL, editor/05978. / Role with organisation and area.",
            valueName: "ROLE"))
    var role: [String] = []

    func grants() throws -> Set<RoleGrant> {
        try Set(
            role.map { text in
                guard let grant = RoleGrant(text) else {
                    let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
                    throw ValidationError("Die Aufgabe „\(text)“ gibt es nicht. Möglich sind: \(known).")
                }
                return grant
            })
    }
}

/// `lueckenlos user add EMAIL --name NAME --role ROLE`: an account with a password, read from standard input.
struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Konto mit Passwort anlegen; das Passwort kommt von der Standardeingabe. / Add an account.")

    @OptionGroup var user: UserOptions
    @OptionGroup var roles: RoleOptions
    @Option(help: ArgumentHelp("Name. / Name.", valueName: "NAME")) var name: String

    func run() async throws {
        let grants = try roles.grants()
        let house = try await user.open()
        let password = try Self.password()
        let rules = PasswordRules(context: [user.email, name])
        if let problem = rules.problem(password) {
            throw CommandFailure(
                "Dieses Passwort geht nicht (\(problem)): 12 bis 128 Zeichen, kein bekanntes, nicht der eigene Name.")
        }
        do {
            try await house.desk.add(
                email: user.email, name: name, roles: grants, password: password, by: UserOptions.actor)
        } catch AccountRefusal.emailTaken {
            throw CommandFailure("Zu \(user.email) gibt es schon ein Konto.")
        }
        print("Das Konto \(user.email) ist angelegt.")
    }

    /// The first line of the standard input; asked for without echo at a terminal.
    private static func password() throws -> String {
        if isatty(0) == 1, let typed = getpass("Passwort: ") { return String(cString: typed) }
        guard let line = readLine(strippingNewline: true) else {
            throw CommandFailure("Bitte das Passwort auf der Standardeingabe übergeben.")
        }
        return line
    }
}

/// `lueckenlos user invite EMAIL --name NAME --role ROLE`: prints a one-time link with which the person sets a password.
struct UserInvite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Einladen; der Link gilt eine Stunde und einmal. / Invite by one-time link.")

    @OptionGroup var user: UserOptions
    @OptionGroup var roles: RoleOptions
    @Option(help: ArgumentHelp("Name. / Name.", valueName: "NAME")) var name: String

    func run() async throws {
        let grants = try roles.grants()
        let house = try await user.open()
        do {
            let link = try await house.desk.invite(
                email: user.email, name: name, roles: grants, language: .german, by: UserOptions.actor)
            print(link)
        } catch AccountRefusal.emailTaken {
            let record = try await user.record(in: house)
            print(try await house.desk.inviteAgain(record.id, language: .german, by: UserOptions.actor))
        }
    }
}

/// `lueckenlos user disable EMAIL`: locks an account out at once.
struct UserDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Konto sperren und überall abmelden. / Lock an account.")

    @OptionGroup var user: UserOptions
    @Flag(help: "Wieder freigeben. / Unlock again.") var undo = false

    func run() async throws {
        let house = try await user.open()
        let record = try await user.record(in: house)
        do {
            try await house.desk.accounts.setDisabled(!undo, record.id, by: UserOptions.actor, at: Clock.live.now())
        } catch AccountRefusal.lastAdministrator {
            throw CommandFailure(
                "Danach könnte niemand mehr Konten verwalten. Bitte zuerst jemand anderem diese Aufgabe geben.")
        }
        print(undo ? "Das Konto \(user.email) ist wieder frei." : "Das Konto \(user.email) ist gesperrt.")
    }
}

/// `lueckenlos user role EMAIL --role ROLE [--remove]`: gives or takes roles.
struct UserRole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Aufgaben geben oder nehmen. / Give or take roles.")

    @OptionGroup var user: UserOptions
    @OptionGroup var roles: RoleOptions
    @Flag(help: "Wegnehmen statt geben. / Take instead of give.") var remove = false

    func run() async throws {
        let grants = try roles.grants()
        let house = try await user.open()
        let record = try await user.record(in: house)
        let now = Clock.live.now()
        do {
            for grant in grants.sorted(by: { $0.text < $1.text }) {
                if remove {
                    try await house.desk.accounts.remove(grant, from: record.id, by: UserOptions.actor, at: now)
                } else {
                    try await house.desk.accounts.add(grant, to: record.id, by: UserOptions.actor, at: now)
                }
            }
        } catch AccountRefusal.lastAdministrator {
            throw CommandFailure(
                "Danach könnte niemand mehr Konten verwalten. Bitte zuerst jemand anderem diese Aufgabe geben.")
        }
        let after = try await user.record(in: house).roles.map(\.text).sorted()
        print(after.isEmpty ? "\(user.email): keine Aufgabe" : "\(user.email): \(after.joined(separator: ", "))")
    }
}
