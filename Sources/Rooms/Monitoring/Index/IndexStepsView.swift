import Design
import HTML
import Indicators
import Prevention
import Statistics
import Texts
import Web

/// `/monitoring/index/7…/schritte`: on what the result depends, and every step that led to it.
func indexStepsPage(_ visit: Visit, _ scene: IndexScene, _ all: MonitoringTexts) -> Answer {
    let texts = all.index
    let view = IndexResultView(scene: scene, texts: texts, shared: all.shared, language: visit.language)
    let title = texts.result.stepsTitle.filled(["name": scene.definition.name])
    let head = PageHead(title, description: texts.result.logLead, section: MonitoringRoom.name, isPrivate: true)
    return visit.page(head) { h in
        h.backLink(
            scene.definition.name, to: .to(IndexPath.index.path(scene.definition.id.text), query: scene.query))
        h.h1(title)
        if scene.isInvented { h.alert(.warning, texts.result.invented) }
        if scene.evaluation == nil {
            h.emptyState(texts.result.noAreas, texts.result.noAreasHint, icon: .chain) {}
        } else {
            view.sensitivity(h)
            view.log(h)
        }
    }
}

/// The parts of the page of steps.
extension IndexResultView {
    func sensitivity(_ h: HTML) {
        let changes = scene.leftOut.compactMap { one in one.meanRankChange.map { (one.id, $0) } }
        guard !changes.isEmpty else { return }
        h.h2(words.sensitivity)
        h.barChart(
            words.leaveOut, label: words.parts, unit: words.leaveOutUnit,
            bars: changes.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { id, change in
                Bar(name(id), change, formats.decimal(change, places: 1), isMarked: id.hasPrefix(IndexDefinition.whole))
            }, note: note)
        h.p(words.leaveOutRemark, .class("hint"))
        h.disclosure(words.factors) {
            h.p(words.factorsRemark)
            h.dataTable(
                DataTable(
                    words.factors,
                    columns: [
                        Column(words.factor), Column(words.alone, isNumeric: true),
                        Column(words.together, isNumeric: true),
                    ],
                    rows: scene.sensitivity.map { effect in
                        [
                            .text(texts.factors[effect.factor.rawValue] ?? effect.factor.rawValue),
                            .number(formats.percent(max(effect.first, 0) * 100, places: 0), effect.first),
                            .number(formats.percent(effect.total * 100, places: 0), effect.total),
                        ]
                    }, isCaptionHidden: true))
        }
    }

    /// Name of an indicator or a sub-index.
    private func name(_ id: String) -> String {
        for (number, group) in scene.definition.groups.enumerated() where IndexDefinition.id(ofGroup: number) == id {
            return texts.form.group.filled(["number": "\(number + 1)"]) + ": " + group.name
        }
        return scene.name(ofIndicator: id)
    }

    func log(_ h: HTML) {
        h.h2(words.log)
        h.p(words.logLead)
        for step in IndexLogWords(scene, texts, formats).steps {
            h.disclosure(step.title) { h.ul { for sentence in step.sentences { h.li(sentence) } } }
        }
    }
}
