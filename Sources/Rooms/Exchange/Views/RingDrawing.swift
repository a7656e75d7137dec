import Clearing
import Design
import Foundation
import HTML
import Prevention
import Rounds
import Texts
import Transfers

/// Rings and chains of a result: small drawings for the eye, and a sentence each for everybody.
func rings(_ h: HTML, _ scene: Scene, _ outcome: RoundOutcome, _ names: RoundNames) {
    let texts = scene.texts.round
    guard !outcome.rings.isEmpty || !outcome.chains.isEmpty else { return }
    h.section(.labelledBy("ringe")) {
        h.h2(texts.rings, .id("ringe"))
        h.p(texts.ringsLead)
        h.div(.class("exrings")) {
            for ring in outcome.rings { RingDrawing(ring.map { names($0) }, isClosed: true).write(h, texts.ringWords) }
            for chain in outcome.chains { RingDrawing(chain.map { names($0) }, isClosed: false).write(h, texts.chain) }
        }
        if !outcome.chains.isEmpty { h.p(texts.chainLead, .class("small muted")) }
    }
}

/// A ring or a chain of municipalities with arrows from giver to receiver.
struct RingDrawing {
    private let names: [String]
    private let isClosed: Bool

    init(_ names: [String], isClosed: Bool) {
        self.names = names
        self.isClosed = isClosed
    }

    func write(_ h: HTML, _ words: String) {
        h.figure(.class("exring")) {
            isClosed ? ring(h) : chain(h)
            let path = isClosed ? names + names.prefix(1) : names
            h.figcaption("\(words) \(path.joined(separator: " → "))")
        }
    }

    private func ring(_ h: HTML) {
        let (size, radius, dot) = (120.0, 40.0, 13.0)
        let places = names.indices.map { index -> (x: Double, y: Double) in
            let angle = 2 * Double.pi * Double(index) / Double(names.count) - Double.pi / 2
            return (size / 2 + radius * cos(angle), size / 2 + radius * sin(angle))
        }
        h.svg(.attribute("viewBox", "0 0 120 120"), .hidden()) {
            h.circle(
                .class("exloop"), .attribute("cx", "60"), .attribute("cy", "60"), .attribute("r", number(radius))
            ) {}
            for index in names.indices {
                let middle = 2 * Double.pi * (Double(index) + 0.5) / Double(names.count) - Double.pi / 2
                arrow(h, 60 + radius * cos(middle), 60 + radius * sin(middle), middle + Double.pi / 2)
            }
            for (name, place) in zip(names, places) { town(h, name, place.x, place.y, dot) }
        }
    }

    private func chain(_ h: HTML) {
        let (step, dot) = (56.0, 13.0)
        let width = Double(names.count) * step
        h.svg(.attribute("viewBox", "0 0 \(number(width)) 40"), .class("exchain"), .hidden()) {
            h.line(
                .class("exloop"), .attribute("x1", number(step / 2)), .attribute("y1", "20"),
                .attribute("x2", number(width - step / 2)), .attribute("y2", "20")
            ) {}
            for index in names.indices.dropLast() { arrow(h, step * Double(index + 1), 20, 0) }
            for (index, name) in names.enumerated() { town(h, name, step * (Double(index) + 0.5), 20, dot) }
        }
    }

    private func town(_ h: HTML, _ name: String, _ x: Double, _ y: Double, _ radius: Double) {
        h.circle(
            .class("extown"), .attribute("cx", number(x)), .attribute("cy", number(y)),
            .attribute("r", number(radius))
        ) {}
        h.svgText(
            String(name.prefix(2)), .class("exname"), .attribute("x", number(x)), .attribute("y", number(y + 4)),
            .attribute("text-anchor", "middle"))
    }

    private func arrow(_ h: HTML, _ x: Double, _ y: Double, _ angle: Double) {
        let points = [(5.0, 0.0), (-4.0, -4.0), (-4.0, 4.0)].map { point in
            number(x + point.0 * cos(angle) - point.1 * sin(angle)) + ","
                + number(y + point.0 * sin(angle) + point.1 * cos(angle))
        }
        h.polygon(.class("exarrow"), .attribute("points", points.joined(separator: " "))) {}
    }

    private func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}

/// What a round needs to be understood, a sentence each.
func remarks(_ h: HTML, _ scene: Scene, _ outcome: RoundOutcome, _ names: RoundNames) {
    var lines = outcome.remarks.map { sentence(scene, $0, names) }.filter { !$0.isEmpty }
    if !outcome.plan.excused.isEmpty {
        lines.append(scene.texts.leave.excused.filled(["names": names.list(outcome.plan.excused.sorted())]))
    }
    guard !lines.isEmpty else { return }
    h.section(.labelledBy("bemerkungen")) {
        h.h2(scene.texts.round.remarks, .id("bemerkungen"))
        h.ul { for line in lines { h.li(line) } }
    }
}

func sentence(_ scene: Scene, _ remark: RoundRemark, _ names: RoundNames) -> String {
    let texts = scene.texts.round.findings
    func text(_ key: String, _ values: [String: String] = [:]) -> String { (texts[key] ?? "").filled(values) }
    switch remark {
    case .finding(let finding): return sentence(scene, finding, names)
    case .contradiction: return text("contradiction")
    case .stuckBelowFloor(let ids): return text("stuckBelowFloor", ["names": names.list(ids)])
    case .receivesAtMost(let id, let count): return text("receivesAtMost", ["name": names(id), "count": "\(count)"])
    case .givesAtMost(let id, let count): return text("givesAtMost", ["name": names(id), "count": "\(count)"])
    case .jointOfferAtMost(_, let count): return text("jointOfferAtMost", ["count": "\(count)"])
    case .namedTwice: return text("namedTwice")
    }
}

private func sentence(_ scene: Scene, _ finding: RoundFinding, _ names: RoundNames) -> String {
    let texts = scene.texts.round.findings
    func text(_ key: String, _ values: [String: String] = [:]) -> String { (texts[key] ?? "").filled(values) }
    switch finding {
    case .noParticipants: return text("noParticipants")
    case .noOffers: return text("noOffers")
    case .noRequests: return text("noRequests")
    case .noPairs(let counts):
        let list = counts.map { scene.texts.words.obstacles[$0.obstacle] ?? $0.obstacle }
        return text("noPairs", ["list": scene.formats.list(list)])
    case .receivesNothing(let id, let count): return text("receivesNothing", ["name": names(id), "count": "\(count)"])
    case .givesNothing(let id, let count): return text("givesNothing", ["name": names(id), "count": "\(count)"])
    case .stuckAtFloor(let id, _): return text("stuckAtFloor", ["name": names(id)])
    case .aboveHighest(let id, _): return text("aboveHighest", ["name": names(id)])
    case .unknownParticipant: return text("unknownParticipant")
    case .rules: return text("rules")
    }
}
