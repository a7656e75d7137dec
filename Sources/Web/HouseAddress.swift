extension Visit {
    /// Address of the house without a slash at its end, for links in files that leave it.
    ///
    /// - Parameter publicURL: as set by the operator; `nil` takes the host by which the visitor came.
    /// - Returns: empty for a host that is none.
    package func houseAddress(_ publicURL: String?) -> String {
        if let publicURL { return publicURL }
        let host = headers["host"] ?? ""
        let isPlain =
            host.utf8.count < 256
            && host.utf8.allSatisfy { byte in
                (48...58).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                    || byte == 46
            }
        return isPlain && !host.isEmpty ? "http://" + host : ""
    }
}
