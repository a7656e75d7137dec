import House
import Prevention
import RoomTesting
import Storage
import Testing
import Web

@Suite("Zugang zu jeder Adresse") struct AccessMatrixTests {
    @Test("every address answers every role as it declares")
    func matrix() async throws {
        let whole = try await WholeHouse()
        var accounts: [(Role?, ID<Account>?)] = [(nil, nil)]
        for role in Role.allCases { accounts.append((role, try await whole.account(role))) }
        var checked = 0
        for route in whole.house.responder.table.routes {
            for (role, id) in accounts {
                let answer = try await whole.send(route.method, WholeHouse.address(of: route), as: id)
                let asked = "\(route.method) \(route.pattern) als \(role?.rawValue ?? "Besuch")"
                let isSentToSignIn = answer.status == 303 && answer.header("location")?.hasPrefix("/anmelden?") == true
                checked += 1
                switch (route.access, role) {
                case (.everyone, _), (.personalLink, _):
                    #expect(answer.status != 403 && !isSentToSignIn, "\(asked): \(answer.status)")
                case (.development, _):
                    #expect(answer.status == 404, "\(asked): \(answer.status)")
                case (_, nil):
                    #expect(route.method == "GET" ? isSentToSignIn : answer.status == 403, "\(asked): \(answer.status)")
                case (.signedIn, .some):
                    #expect(answer.status != 403 && !isSentToSignIn, "\(asked): \(answer.status)")
                case (.roles(let wanted), .some(let role)):
                    #expect((answer.status != 403) == wanted.contains(role), "\(asked): \(answer.status)")
                    #expect(!isSentToSignIn, "\(asked)")
                }
                #expect(answer.status < 500, "\(asked): \(answer.status)")
            }
        }
        #expect(checked > 300)
    }

    @Test("no two routes share an address and method, and every pattern is a path")
    func unique() async throws {
        let routes = try await WholeHouse().house.responder.table.routes
        var seen: Set<String> = []
        for route in routes {
            let shape = route.pattern.split(separator: "/").map { $0.hasPrefix("{") ? "{}" : String($0) }
            #expect(
                seen.insert("\(route.method) /\(shape.joined(separator: "/"))").inserted, "\(route.pattern) zweimal")
            #expect(route.pattern.hasPrefix("/") && !route.pattern.contains("//"))
            #expect(route.bodyLimit <= 64 << 20)
        }
    }

    @Test("reading changes nothing: every page asked for twice leaves the database as it was")
    func readingChangesNothing() async throws {
        let whole = try await WholeHouse()
        let administrator = try await whole.account(.administrator)
        let session = try await whole.house.desk.startSession(of: administrator, device: "Test")
        let before = try await whole.contents()
        for route in whole.house.responder.table.routes where route.method == "GET" {
            for _ in 0..<2 {
                _ = try await whole.visitor.get(WholeHouse.address(of: route))
                _ = try await whole.visitor.get(
                    WholeHouse.address(of: route), headers: [("Cookie", "sitzung=\(session)")])
            }
        }
        #expect(try await whole.contents() == before)
        #expect(before.count > 3)
    }

    @Test("every command of a signed-in account is refused without the session's token")
    func tokens() async throws {
        let whole = try await WholeHouse()
        let administrator = try await whole.account(.administrator)
        let session = try await whole.house.desk.startSession(of: administrator, device: "Test")
        for route in whole.house.responder.table.routes where route.method != "GET" && route.access != .development {
            let answer = try await whole.visitor.send(
                route.method, WholeHouse.address(of: route), headers: [("Cookie", "sitzung=\(session)")])
            #expect(answer.status == 403, "\(route.pattern): \(answer.status)")
        }
    }

    @Test("every page carries the protective headers, sets no cookie for visitors and passes the audit")
    func pages() async throws {
        let whole = try await WholeHouse()
        let administrator = try await whole.account(.administrator)
        for route in whole.house.responder.table.routes where route.method == "GET" {
            for prefix in ["", "/en", "/leicht"] {
                let path = prefix + WholeHouse.address(of: route)
                let answer = try await whole.visitor.get(path)
                #expect(answer.header("content-security-policy")?.contains("default-src 'none'") == true)
                #expect(answer.header("x-content-type-options") == "nosniff" && answer.header("set-cookie") == nil)
                #expect(answer.header("referrer-policy") == "no-referrer")
                #expect(answer.header("cache-control") != nil)
                for answer in [answer, try await whole.send("GET", path, as: administrator)]
                where answer.header("content-type")?.hasPrefix("text/html") == true {
                    #expect(audit(answer.text) == [], "\(path) \(answer.status)")
                    #expect(!answer.text.contains("Optional("), "\(path)")
                }
                if route.access != .everyone {
                    #expect(answer.header("cache-control") == "no-store" || answer.status == 303, "\(path)")
                }
            }
        }
    }
}
