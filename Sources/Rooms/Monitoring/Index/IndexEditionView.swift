import Areas
import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

/// How the index became an indicator, and the button that makes it one.
struct IndexEditionView {
    let scene: IndexScene
    let texts: MonitoringTexts.Index.Edition
    let shared: MonitoringTexts.Shared
    let visit: Visit

    init(scene: IndexScene, texts: MonitoringTexts, visit: Visit) {
        self.scene = scene
        self.texts = texts.index.edition
        shared = texts.shared
        self.visit = visit
    }

    private var formats: Formats { Formats(visit.language) }

    /// What came of pressing the button.
    func answer(_ h: HTML, _ refusal: IndexRefusal?) {
        if let refusal {
            h.alert(.warning, words(refusal), isAnswer: true)
        } else if visit.query.text("fertig") == "kenngroesse" {
            h.alert(.good, texts.done, isAnswer: true)
        }
    }

    private func words(_ refusal: IndexRefusal) -> String {
        switch refusal {
        case .draft: texts.draft
        case .nothingComputable: texts.nothingComputable
        case .otherTerritory(let root, let floor):
            texts.otherTerritory.filled(["area": scene.tree[root]?.name ?? "", "floor": level(floor)])
        case .keyTaken(let key): texts.keyTaken.filled(["key": key])
        }
    }

    private func level(_ floor: String) -> String { AreaFloor(rawValue: floor).map { shared[$0] } ?? floor }

    func section(_ h: HTML) {
        guard scene.edition != nil || visit.isPlanner else { return }
        h.section(.labelledBy("kenngroesse")) {
            h.h2(texts.title, .id("kenngroesse"))
            h.p(texts.lead)
            if let edition = scene.edition {
                facts(h, edition)
            } else {
                h.p(texts.none)
            }
            if visit.isPlanner { button(h) }
        }
    }

    private func facts(_ h: HTML, _ edition: IndexEdition) {
        if edition.version < scene.definition.version {
            h.alert(
                .info,
                texts.stale.filled(["old": "\(edition.version)", "new": "\(scene.definition.version)"]))
        }
        var rows = [
            (
                texts.state,
                texts.number.filled(["number": "\(edition.number)", "day": formats.day(edition.at.berlinDay)])
            ),
            (texts.version, "\(edition.version)"),
            (texts.areas, "\(scene.tree[edition.root]?.name ?? ""), \(level(edition.floor))"),
            (texts.periods, formats.list(edition.periods.map { $0.words(visit.language) })),
            (texts.key, edition.indicatorKey),
        ]
        if visit.isStaff { rows.append((texts.who, edition.actor)) }
        h.descriptionList(rows)
        h.p(texts.chain)
        h.p { h.a(texts.open, .href(MonitoringPath.atlas.link(edition.indicatorKey))) }
    }

    private func button(_ h: HTML) {
        guard scene.definition.isPublic else {
            h.p(texts.draftHint, .class("hint"))
            return
        }
        h.p(texts.publishHint, .class("hint"))
        h.postForm(to: IndexPath.publication.link(scene.definition.id.text), visit) {
            for (name, value) in scene.query where name != "stand" && !value.isEmpty { h.hiddenField(name, value) }
            h.submitButton(scene.edition == nil ? texts.publish : texts.again, .final)
        }
    }
}
