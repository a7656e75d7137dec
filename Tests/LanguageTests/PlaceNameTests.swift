import Language
import Testing

@Suite struct PlaceNameTests {
    @Test(arguments: [
        ("Unna", "Unna", PlaceName.Fit.same), ("UNNA", "Unna, Stadt", .same), ("unna", "Kreisstadt Unna", .same),
        ("59423 Unna", "Unna", .same), ("Unna, NRW", "Unna", .same), ("Unna (Westf.)", "Unna", .same),
        ("in Unna", "Unna", .same), ("Kreis Unna", "Kreis Unna", .same), ("Unna", "Kreis Unna", .withoutAddition),
        ("Duesseldorf", "Landeshauptstadt Düsseldorf", .same), ("Lünen-Süd", "Lünen Süd", .same),
        ("Luenen Sued", "Lünen-Süd", .same), ("Lünen", "Lünen-Süd", .part),
        ("Fröndenberg", "Fröndenberg/Ruhr", .withoutAddition),
        ("Fröndenberg an der Ruhr", "Fröndenberg/Ruhr", .same), ("Mülheim", "Mülheim an der Ruhr", .withoutAddition),
        ("Unna/Königsborn", "Unna-Königsborn", .same), ("Dort", "Dortmund", .beginning),
        ("St. Augustin", "Sankt Augustin", .same),
        ("Stadt Hamm", "Hamm", .same), ("Moenchengladb", "Mönchengladbach", .beginning), ("(Unna)", "Unna", .same),
    ])
    func `A place is found however it is written`(asked: String, name: String, fit: PlaceName.Fit) {
        #expect(PlaceName(asked).fit(PlaceName(name)) == fit)
    }

    @Test(arguments: [
        ("Kreis Unna", "Unna"), ("Stadt Unna", "Kreis Unna"), ("Unna", "Lünen"),
        ("Hamm", "Hammerstein-Stadt Hamminkeln"),
        ("59423", "Unna"), ("", "Unna"), ("Unna", ""), ("Süd", "Lünen-Süd"), ("Lünen-Süd", "Lünen"), ("U", "Unna"),
    ])
    func `A different place does not match`(asked: String, name: String) {
        #expect(!PlaceName(asked).matches(PlaceName(name)))
    }

    @Test(arguments: [
        ("59423", "59423", ""), ("59423 Unna", "59423", "unna"), ("D-59423 Unna", "59423", "unna"),
        ("Unna 59423", "59423", "unna"),
        ("Unna", nil, "unna"), ("5942", nil, ""), ("594234", nil, ""),
    ])
    func `Postcodes have five digits`(text: String, postcode: String?, key: String) {
        let place = PlaceName(text)
        #expect(place.postcode == postcode && place.key == key)
    }

    @Test func `Any text can be a place, and a place fits itself`() {
        var random = Randomness(seed: 11)
        for _ in 0..<1_000 {
            let place = PlaceName(random.text(upTo: 50))
            #expect(place.words.isEmpty || place.fit(place) == .same)
        }
        #expect(PlaceName(String(repeating: "Unna ", count: 100_000)).words.count < 50)
    }
}
