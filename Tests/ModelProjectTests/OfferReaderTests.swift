import Foundation
import ModelProject
import Offers
import Prevention
import Testing

@Suite("Angebote des Modellprojekts") struct OfferReaderTests {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples/model-project")

    @Test("all offers of both tables arrive with provider, area, field, age and source")
    func all() throws {
        let content = try OfferReader(folder: folder).content()
        #expect(content.offers.count == 260)
        #expect(Set(content.offers.map(\.id)).count == 260)
        let providers = Set(content.providers.map(\.id))
        for offer in content.offers {
            #expect(providers.contains(offer.providerID) && !offer.areaScope.isEmpty, "\(offer.title)")
            #expect(!offer.fields.isEmpty && offer.ageRange != nil && !offer.sources.isEmpty, "\(offer.title)")
            #expect(offer.sources.allSatisfy { !$0.document.isEmpty }, "\(offer.title)")
        }
    }

    @Test("offers that the sources only plan are drafts")
    func planned() throws {
        let offers = try OfferReader(folder: folder).content().offers
        #expect(offers.filter { $0.status == .draft }.count == 12)
        #expect(offers.first { $0.external?.key == "witten-geburtsvorbereitung" }?.status == .draft)
    }

    @Test("stated ages stay, missing ones follow from the stage and say so")
    func ages() throws {
        let offers = try OfferReader(folder: folder).content().offers
        let visit = try #require(offers.first { $0.external?.key == "ku-neugeborenenbesuchsdienst" })
        #expect(visit.ageRange == AgeRange(0, 12) && visit.description.isEmpty)
        #expect(offers.filter { !$0.description.isEmpty }.count == 166)
    }

    @Test("keys stay the same from run to run")
    func stable() throws {
        let a = try OfferReader(folder: folder).content()
        let b = try OfferReader(folder: folder).content()
        #expect(a.offers == b.offers && a.providers == b.providers)
    }
}
