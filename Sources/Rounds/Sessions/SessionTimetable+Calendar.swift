package import Prevention
import Transfers

extension SessionTimetable {
    /// The meetings as appointments of a calendar file; the same meeting keeps its key in every version of the plan.
    ///
    /// - Parameters:
    ///   - hour: at which they begin by German clocks.
    ///   - host: of this instance, for the keys.
    ///   - words: what stands in the calendar; names of participants and practices only, never of persons.
    package func appointments(
        at hour: Int = 10, minutes: Int = 120, host: String,
        words: (_ meeting: Meeting) -> (summary: String, text: String)
    ) -> [CalendarFile.Event] {
        days.flatMap { day, meetings in
            meetings.compactMap { meeting in
                guard let begin = BerlinTime(day, hour: hour)?.instant else { return nil }
                let (summary, text) = words(meeting)
                return CalendarFile.Event(
                    uid: "\(meeting.pair.offer)-\(meeting.pair.request)-\(meeting.part.rawValue)@\(host)",
                    time: .hours(from: begin, to: begin.adding(seconds: minutes * 60)), summary: summary, text: text)
            }
        }
    }
}
