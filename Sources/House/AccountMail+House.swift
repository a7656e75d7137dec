import Mail
import Prevention
import Storage
import Web

extension AccountMail {
    /// Account mails go into the house's queue with the words of the house's templates.
    init(queue: MailQueue, templates: MailTemplates) {
        self.init { w, message in
            let address = try MailAddress(message.to)
            let mail =
                switch message.kind {
                case .invitation:
                    try templates.invitation(
                        to: address, link: message.link, until: message.until, language: message.language)
                case .passwordReset:
                    try templates.passwordReset(
                        to: address, link: message.link, until: message.until, language: message.language)
                }
            try queue.enqueue(
                mail, key: "account:\(message.account):\(message.until)", about: Reference(.user, message.account),
                by: message.actor, giveUpAt: message.until, in: w)
        }
    }
}
