package import Foundation
package import Mail

/// Post des Hauses: settings of the mail and the outbox for houses without a mail server.
package struct HouseMail: Sendable {
    package let settings: MailSettings
    package let outbox: Outbox

    package init(settings: MailSettings, outbox: Outbox) {
        self.settings = settings
        self.outbox = outbox
    }

    /// Reads the settings; the outbox lies in the data folder.
    ///
    /// - Throws: `MailSettingProblem` with a sentence for the operator.
    package init(dataFolder: URL, environment: [String: String]) throws {
        self.init(
            settings: try MailSettings(environment: environment),
            outbox: Outbox(folder: dataFolder.appending(path: "outbox", directoryHint: .isDirectory)))
    }

    /// The way out of the house: the mail server, else the outbox.
    var transport: MailTransport {
        settings.server.map { .smtp($0, sender: settings.sender) } ?? .outbox(outbox)
    }
}
