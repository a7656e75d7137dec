import Areas
import Context
import Exchange
import Indicators
import Prevention
import Storage
import StorageTesting
import Testing

@testable import House

@Suite("Der Faden durch das Haus") struct ThreadTests {
    @Test("the exchange learns the way between two towns; without a place on the map it is not known")
    func travel() async throws {
        let house = try await WholeHouse()
        let places = [("05978024", (51.5, 7.6)), ("05978036", (51.5, 7.9)), ("05978040", nil)]
        let areas = try places.map { text, place in
            let key = try #require(AreaKey(text))
            return Area(
                id: ID(key: key), key: key, level: .municipality, parentID: nil, name: text,
                center: place.flatMap { Coordinate(latitude: $0.0, longitude: $0.1) })
        }
        let store = AreaStore(database: house.database)
        try await store.save(areas, by: .system("test"), at: WholeHouse.now)
        let ports = Thread(
            areas: AreaDirectory(store), figures: IndicatorShelf(IndicatorStore(database: house.database)),
            context: ContextServices(store: ContextStore(database: house.database)), database: house.database,
            clock: .fixed(WholeHouse.now)
        ).exchangePorts(.none)

        // 0.3 degrees of longitude are 20.8 km there.
        #expect(try await ports.travel("05978024", "05978036") == 27)
        #expect(try await ports.travel("05978036", "05978024") == 27)
        #expect(try await ports.travel("05978024", "05978040") == nil)
        #expect(try await ports.travel("05978024", "keines") == nil)
    }
}
