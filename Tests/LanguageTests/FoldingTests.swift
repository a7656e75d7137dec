import Language
import Testing

@Suite struct FoldingTests {
    @Test(arguments: [
        ("Mütter", "muetter"), ("MÜTTER", "muetter"), ("Muetter", "muetter"), ("Mu\u{308}tter", "muetter"),
        ("Straße", "strasse"), ("Strasse", "strasse"), ("STRAẞE", "strasse"), ("Çocuk", "cocuk"),
        ("ISPARTA", "isparta"), ("İstanbul", "istanbul"), ("ısı", "isi"), ("Źródło", "zrodlo"), ("Łódź", "lodz"),
        ("crèche", "creche"), ("Café", "cafe"), ("naïve", "naive"), ("Ærø", "aero"), ("ﬁnden", "finden"),
        ("Kaf\u{AD}fee", "kaffee"), ("Ａ１", "a1"), ("٣ أطفال", "3 اطفال"), ("Київ", "київ"), ("\u{212B}", "a"),
    ])
    func `Spellings of one word fold to the same letters`(written: String, folded: String) {
        #expect(Folding.fold(written) == folded)
    }

    @Test func `Folding twice changes nothing, whatever the text`() {
        var random = Randomness(seed: 1)
        for _ in 0..<3_000 {
            let once = Folding.fold(random.text(upTo: 30))
            #expect(Folding.fold(once) == once)
        }
    }

    @Test func `Every scalar of the first two planes folds to something stable and splits into tokens without a crash`()
    {
        for value in UInt32(0)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = Folding.fold(String(scalar))
            if Folding.fold(once) != once { Issue.record("U+\(String(value, radix: 16)) is not stable") }
            for token in Tokenizer.tokens(in: String(scalar)) where token.text.isEmpty {
                Issue.record("U+\(String(value, radix: 16)) gives an empty token")
            }
        }
    }

    @Test func `Folding ignores upper and lower case of Latin letters`() {
        var random = Randomness(seed: 2)
        for _ in 0..<500 {
            let word = random.word(1...12, letters: "abcäöüßéłş")
            #expect(Folding.fold(word.uppercased()) == Folding.fold(word))
        }
    }
}
