import Prevention
import Texts
import Transfers
import Web

extension ExchangeRoom {
    func addBookingRoutes(to routes: inout RouteTable) {
        routes.get(ExchangePath.bookings.pattern, allow: Self.board, showBookings)
        routes.get(ExchangePath.redeem.pattern, allow: Self.board, showRedeem)
        routes.post(ExchangePath.redeem.pattern, allow: Self.board, redeem)
        routes.get(ExchangePath.booking.pattern, allow: Self.board, showBooking)
        routes.post(ExchangePath.booking.pattern, allow: Self.board, reverse)
    }

    /// The scene of the steering body; nobody else finds its pages.
    func boardScene(_ visit: Visit) async throws -> (Scene, ExchangeCaller) {
        let (scene, caller) = try await ownScene(visit)
        guard caller.isBoard else { throw NotFound() }
        return (scene, caller)
    }

    /// `GET /boerse/buchungen?konto=&seite=`
    @Sendable func showBookings(_ visit: Visit) async throws -> Answer {
        let (scene, _) = try await boardScene(visit)
        let account = visit.query.text("konto").flatMap { Transfers.Account($0) }
        let page = visit.query.text("seite").flatMap { Int($0) } ?? 1
        return bookingsPage(scene, BookingList(scene.market.ledger, of: account, page: page))
    }

    @Sendable func showBooking(_ visit: Visit) async throws -> Answer {
        let (scene, _) = try await boardScene(visit)
        let (number, booking) = try booking(scene)
        return bookingPage(scene, number, booking, try FormReader(visit))
    }

    /// `POST /boerse/buchungen/7`: takes it back; the page before has shown what changes.
    @Sendable func reverse(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await boardScene(visit)
        let (number, booking) = try booking(scene)
        var form = try FormReader(visit)
        guard let reason = form.requiredText("grund", max: 300), form.isComplete else {
            return bookingPage(scene, number, booking, form)
        }
        return try await scene.after(ExchangePath.booking.path("\(number)")) {
            try await store.reverse(booking.key, caller.command(for: nil, visit, because: reason))
            return "storniert"
        }
    }

    private func booking(_ scene: Scene) throws -> (number: Int, booking: Booking) {
        let bookings = scene.market.ledger.bookings
        guard let number = Int(scene.visit.parameters["nummer"] ?? ""), (1...max(1, bookings.count)).contains(number),
            !bookings.isEmpty
        else { throw NotFound() }
        return (number, bookings[number - 1])
    }

    // MARK: Redeeming

    @Sendable func showRedeem(_ visit: Visit) async throws -> Answer {
        let (scene, _) = try await boardScene(visit)
        return redeemPage(scene, try FormReader(visit.query, language: visit.language))
    }

    /// `POST /boerse/buchungen/einloesen`: first shows what will be booked, then books it.
    @Sendable func redeem(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await boardScene(visit)
        var form = try FormReader(visit)
        let isChecked = form.flag("geprueft")
        guard let wish = readWish(&form, scene, mayBeBooked: isChecked) else { return redeemPage(scene, form) }
        guard isChecked else { return redeemCheckPage(scene, wish) }
        return try await scene.after(ExchangePath.bookings.path()) {
            try await store.redeem(
                wish.points, of: wish.participant.id, for: wish.use, key: wish.key,
                caller.command(for: nil, visit, because: wish.reason))
            return "eingeloest"
        }
    }

    /// - Parameter mayBeBooked: the form may come a second time, so the store decides whether there is enough.
    private func readWish(_ form: inout FormReader, _ scene: Scene, mayBeBooked: Bool) -> RedeemWish? {
        let who = form.required("kommune") { $0.choice("kommune", among: scene.market.participants.map(\.id.text)) }
        let points = form.required("punkte") { $0.integer("punkte", in: 1...1_000_000) }
        let use = form.required("zweck") { $0.choice("zweck", as: Redemption.self) }
        let reason = form.requiredText("grund", max: 300)
        let one = scene.market.participants.first { $0.id.text == who }
        if let one, let points, !mayBeBooked {
            let free = scene.market.ledger.free(.participant(one.id))
            if points > free {
                form.refuse("punkte", scene.texts.redeem.tooMany.filled(["points": scene.points(free)]))
            }
        }
        guard form.isComplete, let one, let points, let use, let reason else { return nil }
        let key = form.fields.text("schluessel").flatMap { ID<Booking>($0) } ?? ID()
        return RedeemWish(participant: one, points: points, use: use, reason: reason, key: key.text)
    }
}
