/// Which plain letters stand for the Latin letters with marks (Unicode 15 decompositions of
/// U+00C0-024F, U+0259, U+1E00-1EFF and the ligatures U+FB00-FB06, umlauts written out).
enum FoldingTable {
    /// Lower-case ASCII letters for a scalar value, `nil` outside the table.
    static func latin(_ value: UInt32) -> ArraySlice<UInt8>? {
        let index: Int
        switch value {
        case 0xC0...0x24F: index = Int(value) - 0xC0
        case 0x259: index = 0x190
        case 0x1E00...0x1EFF: index = Int(value) - 0x1E00 + 0x191
        case 0xFB00...0xFB06: index = Int(value) - 0xFB00 + 0x291
        default: return nil
        }
        let entry = compiled.entries[index]
        return entry.isEmpty ? nil : compiled.letters[Int(entry.lowerBound)..<Int(entry.upperBound)]
    }

    private static let compiled = compile(groups)

    /// Lays the groups out as one byte array and a range for each table row.
    private static func compile(_ text: String) -> (letters: [UInt8], entries: [Range<UInt16>]) {
        var letters: [UInt8] = []
        var entries = [Range<UInt16>](repeating: 0..<0, count: 0x298)
        for line in text.split(separator: "\n") {
            guard let space = line.firstIndex(of: " ") else { continue }
            let start = UInt16(letters.count)
            letters.append(contentsOf: line[..<space].utf8)
            for scalar in line[space...].dropFirst().unicodeScalars {
                let value = Int(scalar.value)
                let index: Int
                switch value {
                case 0xC0...0x24F: index = value - 0xC0
                case 0x259: index = 0x190
                case 0x1E00...0x1EFF: index = value - 0x1E00 + 0x191
                default: index = value - 0xFB00 + 0x291
                }
                entries[index] = start..<UInt16(letters.count)
            }
        }
        return (letters, entries)
    }

    private static let groups = """
        a ÀÁÂÃÅàáâãåĀāĂăĄąƏǍǎǠǡǺǻȀȁȂȃȦȧəḀḁẚẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ
        ae ÄÆäæǞǟǢǣǼǽ
        b ḂḃḄḅḆḇ
        c ÇçĆćĈĉĊċČčḈḉ
        d ÐðĎďĐđḊḋḌḍḎḏḐḑḒḓ
        dz ǄǅǆǱǲǳ
        e ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ
        f Ḟḟ
        ff ﬀ
        ffi ﬃ
        ffl ﬄ
        fi ﬁ
        fl ﬂ
        g ĜĝĞğĠġĢģǦǧǴǵḠḡ
        h ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ
        i ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊị
        ij Ĳĳ
        j Ĵĵǰ
        k ĶķĸǨǩḰḱḲḳḴḵ
        l ĹĺĻļĽľĿŀŁłḶḷḸḹḺḻḼḽ
        lj Ǉǈǉ
        m ḾḿṀṁṂṃ
        n ÑñŃńŅņŇňŉŊŋǸǹṄṅṆṇṈṉṊṋ
        nj Ǌǋǌ
        o ÒÓÔÕØòóôõøŌōŎŏŐőƠơǑǒǪǫǬǭǾǿȌȍȎȏȬȭȮȯȰȱṌṍṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ
        oe ÖöŒœȪȫṎṏ
        p ṔṕṖṗ
        r ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ
        s ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛ
        ss ßẞ
        st ﬅﬆ
        t ŢţŤťŦŧȚțṪṫṬṭṮṯṰṱẗ
        th Þþ
        u ÙÚÛùúûŨũŪūŬŭŮůŰűŲųƯưǓǔȔȕȖȗṲṳṴṵṶṷṸṹỤụỦủỨứỪừỬửỮữỰự
        ue ÜüǕǖǗǘǙǚǛǜṺṻ
        v ṼṽṾṿ
        w ŴŵẀẁẂẃẄẅẆẇẈẉẘ
        x ẊẋẌẍ
        y ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ
        z ŹźŻżŽžẐẑẒẓẔẕ
        """
}
