import Prevention
import Storage

/// Abgeleiteter Schlüssel for objects of the feed that are no records of ours.
///
/// The same thing always gets the same key, on every instance and after every export; keys are never renumbered.
enum DerivedID {
    /// - Parameter parts: what the object is and what it belongs to, for example `"schedule", offerID, "0"`.
    static func text(_ parts: String...) -> String {
        ID<Void>(.feed, name: parts.joined(separator: "\u{1F}")).text
    }
}
