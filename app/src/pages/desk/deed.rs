//! What a line of the journal says was done, in the reader's language.

use office::log::JournalLine;
use rules::{
    access::{Action, Role},
    application::{Outcome, Section, Stage},
    handover::Item,
    messages::{Key, Lang},
    opening::Purpose,
    posting::{CloseKind, State},
    request::RequestKind,
};

use super::{employees::item_key, parts::list};
use crate::{pages::applicant::copy::kind as request_kind, texts};

/// What was done, and what more there is to say of it. A code this program does not know is shown as it is.
pub(super) fn deed(lang: Lang, line: &JournalLine) -> (String, Option<String>) {
    let codes: Vec<&str> = line.detail.split_whitespace().collect();
    if let ["refused", why, more @ ..] = codes.as_slice() {
        return refusal(lang, line, why, !more.is_empty());
    }
    let (key, detail) = match Action::from_code(&line.what) {
        Some(action) => match of_action(lang, action, &codes) {
            Some(found) => found,
            None => return as_it_is(line),
        },
        None => match (line.what.as_str(), codes.as_slice()) {
            ("erase", number) => (Key::DidErase, Some(number.join(" "))),
            ("breach", ["entered"]) => (Key::DidEnterBreach, None),
            ("breach", ["reported"]) => (Key::DidReportBreach, None),
            ("repair", _) => (Key::DidRepair, None),
            ("stop_clock", [expected, found]) => (Key::DidStopClock, Some(format!("{expected} → {found}"))),
            ("add_employer", _) => (Key::DidAddEmployer, None),
            ("add_department", _) => (Key::DidAddDepartment, None),
            ("add_account", [role]) => {
                (Key::DidAddAccount, Role::from_code(role).map(|role| lang.text(texts::role(role)).to_owned()))
            }
            _ => return as_it_is(line),
        },
    };
    (lang.text(key).to_owned(), detail)
}

/// What was refused, and why.
fn refusal(lang: Lang, line: &JournalLine, why: &str, more: bool) -> (String, Option<String>) {
    let why = match why {
        "role" => lang.text(Key::RefusedForRole),
        "hidden" => lang.text(Key::RefusedAsHidden),
        "ended" => lang.text(Key::RefusedAsEnded),
        "blocked" => lang.text(Key::RefusedAsBlocked),
        "blind" => lang.text(Key::RefusedAsBlind),
        "restricted" => lang.text(Key::RefusedAsRestricted),
        "erasing" => lang.text(Key::RefusedAsErasing),
        "typed" => lang.text(Key::RefusedAsTyped),
        other => other,
    };
    let what = Action::from_code(&line.what).and_then(asked_for).map_or(line.what.as_str(), |key| lang.text(key));
    let more = more.then(|| lang.text(Key::RefusedMore));
    let said = list([Some(why), more].into_iter().flatten());
    (format!("{}: {what}", lang.text(Key::DidRefuse)), Some(said))
}

/// What a person asked for, by the name that its page or part has at the desk.
fn asked_for(action: Action) -> Option<Key> {
    Some(match action {
        Action::EnterDesk => Key::NavDesk,
        Action::ListApplications => Key::NavApplications,
        Action::ReadApplication => Key::RefusedOneApplication,
        Action::ReadSection => Key::RefusedDocument,
        Action::ReadNotes | Action::AddNote => Key::NotesTitle,
        Action::ReadComments | Action::AddComment => Key::CommentsTitle,
        Action::MoveStage => Key::ColumnStage,
        Action::Decide => Key::ColumnOutcome,
        Action::Release => Key::ReleasesTitle,
        Action::Exclude => Key::ExclusionsTitle,
        Action::Recuse => Key::RecuseSend,
        Action::Redact => Key::SectionRedacted,
        Action::ListPostings | Action::RunPosting => Key::NavPostings,
        Action::ReadPlan => Key::NavRetention,
        Action::ReadJournal => Key::NavAudit,
        Action::Hold => Key::HoldsTitle,
        Action::LookUp => Key::LookUpTitle,
        Action::Restrict => Key::RestrictionTitle,
        Action::AnswerErasure => Key::ErasureTitle,
        Action::HandOver => Key::HandoverTitle,
        Action::ReadEmployees => Key::NavEmployees,
        Action::EnterPaper | Action::ReadPapers => Key::NavPapers,
        Action::RunPool => Key::NavPool,
        Action::ReadEvidence => Key::NavEvidence,
        Action::ReadRequests | Action::AnswerRequest => Key::NavRequests,
        Action::ManagePeople => Key::NavPeople,
        Action::ManageSettings => Key::NavSettings,
        Action::ConfirmClock => Key::ClockTitle,
        _ => return None,
    })
}

/// Why a sign-in failed, where there is more to say.
fn failed(lang: Lang, why: &str, more: bool) -> Option<String> {
    let locked = (why == "locked").then(|| lang.text(Key::TriedTooOften));
    let more = more.then(|| lang.text(Key::RefusedMore));
    let said: Vec<&str> = [locked, more].into_iter().flatten().collect();
    (!said.is_empty()).then(|| list(said))
}

fn as_it_is(line: &JournalLine) -> (String, Option<String>) {
    (line.what.clone(), (!line.detail.is_empty()).then(|| line.detail.clone()))
}

fn of_action(lang: Lang, action: Action, codes: &[&str]) -> Option<(Key, Option<String>)> {
    let text = |key: Key| Some(lang.text(key).to_owned());
    Some(match (action, codes) {
        (Action::Apply, _) => (Key::DidApply, None),
        (Action::SignIn, []) => (Key::DidSignIn, None),
        (Action::SignIn, [why, more @ ..]) => (Key::DidFailSignIn, failed(lang, why, !more.is_empty())),
        (Action::SignOut, _) => (Key::DidSignOut, None),
        (Action::ListApplications, _) => (Key::DidListApplications, None),
        (Action::ReadApplication, sections) => (Key::DidReadApplication, names(lang, sections)),
        (Action::ReadSection, _) => (Key::DidReadDocument, None),
        (Action::AddNote, _) => (Key::DidAddNote, None),
        (Action::AddComment, _) => (Key::DidAddComment, None),
        (Action::MoveStage, [to]) => (Key::DidMoveStage, Stage::from_code(to).and_then(|to| text(texts::stage(to)))),
        (Action::Decide, ["received"]) => (Key::DidRecordReceipt, None),
        (Action::Decide, [to]) => (Key::DidDecide, text(texts::outcome(Outcome::from_code(to)))),
        (Action::Release, ["revoked"]) => (Key::DidRevoke, None),
        (Action::Release, ["standing_ended"]) => (Key::DidEndStanding, None),
        (Action::Release, ["standing", sections @ ..]) => (Key::DidStand, names(lang, sections)),
        (Action::Release, sections) => (Key::DidRelease, names(lang, sections)),
        (Action::Exclude, ["readmitted", ..]) => (Key::DidReadmit, None),
        (Action::Exclude, _) => (Key::DidExclude, None),
        (Action::Recuse, _) => (Key::DidRecuse, None),
        (Action::Redact, _) => (Key::DidRedact, None),
        (Action::RunPosting, ["blind"]) => (Key::DidBlind, None),
        (Action::RunPosting, ["blind_lifted"]) => (Key::DidLiftBlind, None),
        (Action::RunPosting, ["excluded", ..]) => (Key::DidExcludeFromPosting, None),
        (Action::RunPosting, [state, more @ ..]) => (ran(state, more)?, None),
        (Action::LookUp, [code]) => {
            (Key::DidLookUp, Purpose::from_code(code).and_then(|code| text(super::look_up::purpose(code))))
        }
        (Action::AnswerErasure, ["minor_proposed"]) => (Key::DidProposeMinor, None),
        (Action::AnswerErasure, ["minor"]) => (Key::DidEraseMinor, None),
        (Action::AnswerErasure, _) => (Key::DidAnswerErasure, None),
        (Action::ReadStatus, ["code_shown"]) => (Key::DidShowCode, None),
        (Action::ReadStatus, ["copy"]) => (Key::DidReadOwn, None),
        (Action::ReadStatus, ["document", ..]) => (Key::DidFetchOwn, None),
        (Action::ReadStatus, ["corrected"]) => (Key::DidCorrectOwn, None),
        (Action::ReadRequests, ["read", ..]) => (Key::DidReadRequest, None),
        (Action::AnswerRequest, ["identified", ..]) => (Key::DidIdentify, None),
        (Action::AnswerRequest, ["checked", ..]) => (Key::DidCheckRemark, None),
        (Action::AnswerRequest, [what, kind, ..]) => {
            let did = if *what == "entered" { Key::DidEnterRequest } else { Key::DidAnswerRequest };
            (did, RequestKind::from_code(kind).and_then(|kind| text(request_kind(kind))))
        }
        (Action::Restrict, ["unrestricted", ..]) => (Key::DidUnrestrict, None),
        (Action::Restrict, ["announced"]) => (Key::DidAnnounce, None),
        (Action::Restrict, _) => (Key::DidRestrict, None),
        (Action::Hold, ["held", ..]) => (Key::DidHold, None),
        (Action::Hold, ["reviewed", ..]) => (Key::DidReviewClaim, None),
        (Action::Hold, ["end_proposed"]) => (Key::DidProposeEnd, None),
        (Action::Hold, ["released_from_hold"]) => (Key::DidEndClaim, None),
        (Action::ReadJournal, ["breach"]) => (Key::DidReadBreach, None),
        (Action::ReadJournal, ["export", "breach"]) => (Key::DidSaveBreach, None),
        (Action::ReadJournal, ["export", ..]) => (Key::DidSaveJournal, None),
        (Action::ReadJournal, _) => (Key::DidReadJournal, None),
        (Action::HandOver, ["manifest"]) => (Key::DidReadManifest, None),
        (Action::HandOver, items) => {
            let items = items.iter().filter_map(|code| Item::from_code(code)).map(|item| lang.text(item_key(item)));
            (Key::DidHandOver, Some(list(items)))
        }
        (Action::EnterPaper, _) => (Key::DidEnterPaper, None),
        (Action::ReadPapers, _) => (Key::DidReadPapers, None),
        (Action::RunPool, ["consented"]) => (Key::DidEnterPool, None),
        (Action::RunPool, ["withdrawn", ..]) => (Key::DidWithdraw, None),
        (Action::RunPool, _) => (Key::DidReadPool, None),
        (Action::ReadEvidence, _) => (Key::DidReadEvidence, None),
        (Action::ReadEmployees, ["document", ..]) => (Key::DidReadEmployeeDocument, None),
        (Action::ReadEmployees, _) => (Key::DidReadEmployees, None),
        (Action::ManagePeople, ["deputy", ..]) => (Key::DidNameDeputy, None),
        (Action::ManagePeople, ["deputy_ended"]) => (Key::DidEndDeputy, None),
        (Action::ManagePeople, _) => (Key::DidListPeople, None),
        (Action::ManageSettings, _) => (Key::DidChangeSetting, None),
        (Action::ConfirmClock, [expected, now]) => (Key::DidConfirmClock, Some(format!("{expected} → {now}"))),
        _ => return None,
    })
}

/// What was done to a posting, by the state it came to.
fn ran(state: &str, more: &[&str]) -> Option<Key> {
    Some(match (State::from_code(state), more) {
        (Some(State::Draft), _) => Key::DidDraftPosting,
        (Some(State::Open), _) => Key::DidPublishPosting,
        (Some(State::IntakeClosed), _) => Key::DidStopIntake,
        (Some(State::Closed), [kind]) if CloseKind::from_code(kind) == Some(CloseKind::Planned) => Key::DidClosePlanned,
        (Some(State::Closed), _) => Key::DidClosePosting,
        (None, _) if state == "extension_proposed" => Key::DidProposeExtension,
        (None, _) if state == "extended" => Key::DidExtend,
        (None, _) if state == "extension_dropped" => Key::DidDropExtension,
        (None, _) if state == "reopened" => Key::DidReopen,
        (None, _) if state == "edited" => Key::DidEditPosting,
        _ => return None,
    })
}

fn names(lang: Lang, codes: &[&str]) -> Option<String> {
    let names: Vec<&str> =
        codes.iter().filter_map(|code| Section::from_code(code)).map(|s| lang.text(texts::section(s))).collect();
    (!names.is_empty()).then(|| list(names))
}

#[cfg(test)]
mod tests {
    use super::*;
    use office::log::By;

    fn said(what: &str, detail: &str) -> (String, Option<String>) {
        let line = JournalLine {
            index: None,
            at: jiff::Timestamp::UNIX_EPOCH,
            by: By::House,
            name: None,
            role: None,
            what: what.to_owned(),
            subjects: Vec::new(),
            detail: detail.to_owned(),
        };
        deed(Lang::En, &line)
    }

    #[test]
    fn codes_become_words() {
        for (what, detail, did, more) in [
            ("read_application", "contact cv", "opened an application", Some("Contact details, CV")),
            ("decide", "none", "recorded an outcome", Some("Undecided")),
            ("decide", "received", "recorded when a rejection was received", None),
            ("run_posting", "closed planned", "closed a procedure on its planned day", None),
            ("run_posting", "edited", "changed a posting", None),
            ("release", "revoked", "revoked a release", None),
            ("release", "cv letter to body works_council", "released sections", Some("CV, Letter")),
            ("release", "standing cv to body works_council", "released with every arrival", Some("CV")),
            ("stop_clock", "1 2", "stopped because the clock was moved", Some("1 → 2")),
            ("confirm_clock", "1 3", "confirmed the clock", Some("1 → 3")),
            ("sign_in", "", "signed in", None),
            ("sign_in", "failed", "a sign-in failed", None),
            ("sign_in", "locked", "a sign-in failed", Some("locked for a while after too many tries")),
            ("read_application", "refused ended", "was refused: an application", Some("the release had ended")),
            (
                "manage_settings",
                "refused role more",
                "was refused: Settings",
                Some("not in the roles, more of the same minute are not entered"),
            ),
            ("hand_over", "first_name cv", "handed over to the employee records", Some("First name, CV")),
        ] {
            assert_eq!(said(what, detail), (did.to_owned(), more.map(str::to_owned)));
        }
    }

    #[test]
    fn a_code_of_tomorrow_is_shown_as_it_is() {
        assert_eq!(said("reopen", "reason"), ("reopen".to_owned(), Some("reason".to_owned())));
    }
}
