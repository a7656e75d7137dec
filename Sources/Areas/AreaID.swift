package import Prevention
import Storage

extension ID where Record == Area {
    /// The id of the area with `key`, derived from it, so that instances agree without talking.
    package init(key: AreaKey) { self.init(.area, name: key.text) }
}
