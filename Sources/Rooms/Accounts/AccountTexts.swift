import Texts
import Web

/// Texts of the room.
struct AccountTexts: Decodable, Sendable {
    struct SignIn: Decodable, Sendable {
        let title, lead, email, password, button, forgotten, refused: String
        let codeTitle, codeLead, code, codeHint, codeButton, codeWrong, codeLost: String
        let againTitle, againLead, againButton, againWrong: String
    }

    struct Password: Decodable, Sendable {
        let forgottenTitle, forgottenLead, forgottenButton, sentTitle, sentText, sentSpam: String
        let inviteTitle, resetTitle, lead, label, hint, button: String
        let expiredTitle, expiredText, doneTitle, doneText: String
        let changeTitle, current, new, changeButton, currentWrong, changed: String
        let tooShort, tooLong, common, context, characters: String

        func text(_ problem: PasswordRules.Problem) -> String {
            switch problem {
            case .tooShort: tooShort
            case .tooLong: tooLong
            case .common: common
            case .context: context
            case .characters: characters
            }
        }
    }

    struct Own: Decodable, Sendable {
        let title, name, email, roles, noRoles, everywhere: String
        let passwordTitle, changePassword, factorTitle, factorOn, factorOff, turnOn: String
        let sessionsTitle, sessionsCaption, device, started, seen, thisSession, endOthers, othersEnded: String
    }

    struct Factor: Decodable, Sendable {
        let title, lead, must, stepApp, stepKey, stepCode, key, appLink, button, wrong, done: String
    }

    struct Administration: Decodable, Sendable {
        let title, lead, invite, caption, state, active, invited, locked, secondFactor, yes, no: String
        let inviteTitle, inviteLead, nameHint, emailHint, role, organisation, organisationHint, area, areaHint: String
        let inviteButton, emailTaken, invitedDone, back: String
        let rolesCaption, take, addRole, addRoleButton, actions, lock, lockText, unlock, endSessions, sendAgain: String
        let removeFactor, removeFactorText, lastAdministrator, changed: String
    }

    struct Roles: Decodable, Sendable {
        let administrator, planner, coordinator, editor, provider, guide, dataProtectionOfficer, reader: String

        subscript(role: Role) -> String {
            switch role {
            case .administrator: administrator
            case .planner: planner
            case .coordinator: coordinator
            case .editor: editor
            case .provider: provider
            case .guide: guide
            case .dataProtectionOfficer: dataProtectionOfficer
            case .reader: reader
            }
        }
    }

    let signIn: SignIn
    let password: Password
    let own: Own
    let factor: Factor
    let administration: Administration
    let roles: Roles
}
