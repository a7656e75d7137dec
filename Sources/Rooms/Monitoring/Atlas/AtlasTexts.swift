import Texts

extension MonitoringTexts {
    /// Words of the atlas.
    struct Atlas: Decodable, Sendable {
        let title, about, howTo, heading, finding, wholeIs, shown, published, perBase, smoothed, smoothedNote, compare,
            compareNone, difference, differenceNote, wholeMissing, breaks, natural, quantile, equal, own, bounds,
            boundsHint, classes, eachPeriod, eachPeriodHint, view, map, periods, indicators, offers, offersHint,
            offersKey, more,
            table, tableNote, place, events, mapSource, outlines, tiles, legend, upTo, above, lessThan, about0,
            moreThan,
            embed, embedHint, embedCode, embedTitle, milestone, tooFew,
            otherMaps,
            offersTitle, offersList, offersNone, offersTile, full, csvState, csvKey, csvName, csvPeriod, csvValue,
            csvLower,
            csvUpper,
            csvVersion, csvUnit, csvIndicator, stateKnown, largeMap, noValues, inUnit: String
        let unknownAreas, keptBackAreas, offersAt, areas: PluralText
    }
}
