//! When something does not work: what happened, in words, and what to do next.

use leptos::prelude::*;
use office::Refusal;
use rules::{
    access::{Denied, Ended},
    application,
    messages::{Key, Lang},
    posting::DatesRefused,
    request::MinorRefused,
};

use crate::{
    frame::Frame,
    shell::Page,
    texts,
    ui::{self, Ask},
};

/// What does not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no such thing, or none that the person may know of.
    NotFound,
    /// It was there and is no longer.
    Gone,
    /// The person may not.
    Forbidden(Denied),
    /// More bytes than `max`.
    TooLarge {
        /// The most bytes that are taken.
        max: u64,
    },
    /// A kind of file that is not taken.
    Unsupported,
    /// Somebody else changed it in the meantime.
    Conflict,
    /// A rule stands against it.
    Refused(Refusal),
    /// A database, the object store or a key cannot be reached.
    Unavailable,
    /// The request could not be read.
    BadRequest,
    /// Nobody is signed in.
    SignIn,
}

/// The page that says so; `lost` is what was written into the form that cannot come back.
#[must_use]
pub fn page(frame: &Frame, trouble: &Trouble, lost: &str) -> Page {
    let lang = frame.lang;
    let (title, sentences) = words(frame, *trouble);
    let title = lang.text(title);
    let mut sentences = sentences.into_iter();
    let lead = sentences.next().map(|sentence| view! { <p class="lead">{sentence}</p> });
    let more = sentences.map(|sentence| view! { <p>{sentence}</p> }).collect_view();
    let acts = next(frame, *trouble)
        .into_iter()
        .enumerate()
        .map(|(index, (href, key))| {
            let class = if index == 0 { "button primary" } else { "button" };
            view! { <a class=class href=href>{lang.text(key)}</a> " " }
        })
        .collect_view();
    let main = view! {
        <div class="head">
            <div class="stack">
                <h1>{title}</h1>
                {lead}
                {more}
            </div>
        </div>
        {written(lang, lost)}
        <p class="row">{acts}</p>
    };
    Page { title: title.to_owned(), main: main.into_any(), islands: false }
}

/// What was written and not stored, to be copied; nothing where nothing was written.
pub(super) fn written(lang: Lang, lost: &str) -> Option<AnyView> {
    const ID: &str = "written";
    (!lost.is_empty()).then(|| {
        let ask = Ask::new(ID, lang.text(Key::WrittenNotStored)).hint(lang.text(Key::WrittenNotStoredHint));
        let by = ask.by();
        let control = view! {
            <textarea id=ID rows="8" readonly=true aria-describedby=by>
                {ui::textarea_text(lost)}
            </textarea>
        };
        ask.around(lang, control)
    })
}

/// The title of what does not work, and the sentences that say why.
pub(super) fn words(frame: &Frame, trouble: Trouble) -> (Key, Vec<String>) {
    let lang = frame.lang;
    let said = |title: Key, text: Key| (title, vec![lang.text(text).to_owned()]);
    match trouble {
        Trouble::NotFound | Trouble::Forbidden(Denied::Hidden) => said(Key::TroubleNotFound, Key::TroubleNotFoundText),
        Trouble::Gone | Trouble::Forbidden(Denied::Erasing) => said(Key::TroubleGone, Key::TroubleGoneText),
        Trouble::Forbidden(Denied::Role) => said(Key::TroubleRole, Key::TroubleRoleText),
        Trouble::Forbidden(Denied::Blocked) => said(Key::TroubleBlocked, Key::TroubleBlockedText),
        Trouble::Forbidden(Denied::Blind) => said(Key::TroubleBlind, Key::TroubleBlindText),
        Trouble::Forbidden(Denied::Restricted) => said(Key::TroubleRestricted, Key::TroubleRestrictedText),
        Trouble::SignIn | Trouble::Forbidden(Denied::SignIn) => said(Key::TroubleSignIn, Key::TroubleSignInText),
        Trouble::Forbidden(Denied::Ended(why, since)) => {
            let ended = lang.fill(Key::TroubleEndedText, &[&frame.date(since), lang.text(texts::ended(why))]);
            let next = match why {
                Ended::Revoked | Ended::Expired => Key::TroubleEndedAskAgain,
                Ended::Rejected | Ended::Withdrawn | Ended::ProcedureClosed => Key::TroubleEndedForAll,
                Ended::Deputyship => Key::TroubleDeputyText,
            };
            (Key::TroubleEnded, vec![ended, lang.text(next).to_owned()])
        }
        Trouble::TooLarge { max } => {
            (Key::TroubleTooLarge, vec![lang.fill(Key::TroubleTooLargeText, &[&texts::limit(lang, max)])])
        }
        Trouble::Unsupported => said(Key::TroubleUnsupported, Key::TroubleUnsupportedText),
        Trouble::Conflict => said(Key::TroubleConflict, Key::TroubleConflictText),
        Trouble::Refused(refusal) => (Key::TroubleRefused, vec![refusal_text(lang, refusal)]),
        Trouble::Unavailable => said(Key::TroubleUnavailable, Key::TroubleUnavailableText),
        Trouble::BadRequest => said(Key::TroubleBadRequest, Key::TroubleBadRequestText),
    }
}

/// Which rule stands against it, and what would help.
#[must_use]
pub fn refusal_text(lang: Lang, refusal: Refusal) -> String {
    use application::Refused;
    let key = match refusal {
        Refusal::Undecided(count) => return lang.count(count, Key::RefusedUndecidedOne, Key::RefusedUndecidedMany),
        Refusal::Application(Refused::ProcedureClosed) => Key::RefusedProcedureClosed,
        Refusal::Application(Refused::Erasing) => Key::TroubleGoneText,
        Refusal::Application(Refused::Unchanged) => Key::RefusedUnchanged,
        Refusal::Application(Refused::HandedOver) | Refusal::HandedOver => Key::RefusedHandedOver,
        Refusal::Application(Refused::NoSeatLeft) => Key::RefusedNoSeat,
        Refusal::Application(Refused::SeatsLeft(left)) => return lang.count(left, Key::RefusedSeatsOne, Key::RefusedSeatsMany),
        Refusal::Application(Refused::NotRejected) => Key::RefusedNotRejected,
        Refusal::Dates(DatesRefused::IntakeInThePast) => Key::RefusedIntakePast,
        Refusal::Dates(DatesRefused::IntakeTooLate) => Key::RefusedIntakeTooLate,
        Refusal::Dates(DatesRefused::CloseBeforeIntake) => Key::RefusedCloseBeforeIntake,
        Refusal::Dates(DatesRefused::CloseTooLate) => Key::RefusedCloseTooLate,
        Refusal::PostingState => Key::RefusedPostingState,
        Refusal::NotHired => Key::RefusedNotHired,
        Refusal::NotRejected => Key::RefusedPoolNotRejected,
        Refusal::InPool => Key::RefusedInPool,
        Refusal::LastOfHr => Key::RefusedLastOfHr,
        Refusal::RepresentativeDeclined => Key::RefusedRepresentative,
        Refusal::NoticeIncomplete => Key::RefusedNotice,
        Refusal::TooManyTries => Key::SignInTooManyTries,
        Refusal::SecondPerson => Key::RefusedSecondPerson,
        Refusal::Identity => Key::RefusedIdentity,
        Refusal::Unchecked => Key::RefusedUnchecked,
        Refusal::AddressConfirmed => Key::RefusedAddressConfirmed,
        Refusal::ReopenedTooOften => Key::RefusedReopenedTooOften,
        Refusal::Minor(MinorRefused::Apprenticeship) => Key::RefusedMinorApprenticeship,
        Refusal::Minor(MinorRefused::Claim) => Key::RefusedMinorClaim,
        Refusal::Minor(MinorRefused::Gone) => Key::TroubleGoneText,
        Refusal::ClockMoved => Key::RefusedClock,
    };
    lang.text(key).to_owned()
}

/// Where to go from here.
fn next(frame: &Frame, trouble: Trouble) -> Vec<(String, Key)> {
    let to = |href: &str, key: Key| (href.to_owned(), key);
    match trouble {
        Trouble::SignIn | Trouble::Forbidden(Denied::SignIn) => {
            vec![to("/sign-in", Key::SignInTitle), to("/", Key::NavOpenPostings)]
        }
        _ if frame.person.is_some() && frame.path.starts_with("/office") => vec![to("/office", Key::BackToDesk)],
        _ => vec![to("/", Key::NavOpenPostings), to("/status", Key::NavMyApplication)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, at, frame, html};

    fn troubles() -> Vec<Trouble> {
        let since = at("2027-05-12T09:00:00Z");
        let ended = [Ended::Revoked, Ended::Expired, Ended::Rejected, Ended::Withdrawn, Ended::ProcedureClosed];
        let denied = [Denied::SignIn, Denied::Role, Denied::Hidden, Denied::Blocked, Denied::Restricted, Denied::Erasing];
        let refused = [
            Refusal::Application(application::Refused::ProcedureClosed),
            Refusal::Application(application::Refused::Erasing),
            Refusal::Application(application::Refused::Unchanged),
            Refusal::Application(application::Refused::HandedOver),
            Refusal::Application(application::Refused::NoSeatLeft),
            Refusal::Application(application::Refused::SeatsLeft(1)),
            Refusal::Application(application::Refused::SeatsLeft(2)),
            Refusal::Application(application::Refused::NotRejected),
            Refusal::Dates(DatesRefused::IntakeInThePast),
            Refusal::Dates(DatesRefused::IntakeTooLate),
            Refusal::Dates(DatesRefused::CloseBeforeIntake),
            Refusal::Dates(DatesRefused::CloseTooLate),
            Refusal::PostingState,
            Refusal::Undecided(1),
            Refusal::Undecided(7),
            Refusal::NotHired,
            Refusal::HandedOver,
            Refusal::NotRejected,
            Refusal::InPool,
            Refusal::LastOfHr,
            Refusal::NoticeIncomplete,
            Refusal::TooManyTries,
            Refusal::SecondPerson,
            Refusal::ReopenedTooOften,
            Refusal::Minor(MinorRefused::Apprenticeship),
            Refusal::Minor(MinorRefused::Claim),
            Refusal::Minor(MinorRefused::Gone),
            Refusal::ClockMoved,
        ];
        let plain = [
            Trouble::NotFound,
            Trouble::Gone,
            Trouble::TooLarge { max: 10 << 20 },
            Trouble::Unsupported,
            Trouble::Conflict,
            Trouble::Unavailable,
            Trouble::BadRequest,
            Trouble::SignIn,
        ];
        let ended = ended.into_iter().map(|why| Denied::Ended(why, since));
        denied
            .into_iter()
            .chain(ended)
            .map(Trouble::Forbidden)
            .chain(refused.into_iter().map(Trouble::Refused))
            .chain(plain)
            .collect()
    }

    #[test]
    fn every_trouble_is_said_in_every_language_with_a_way_on() {
        for &lang in Lang::ALL {
            for trouble in troubles() {
                let html = html(|| page(&frame(lang), &trouble, ""));
                let lead = html.split("class=\"lead\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
                assert!(lead.len() > 10 && !lead.contains("{}"), "{trouble:?} in {lang:?} says {lead:?}");
                assert!(html.contains("class=\"button primary\""), "{trouble:?} in {lang:?} leads nowhere");
            }
        }
    }

    #[test]
    fn what_was_written_can_be_copied_and_stays_text() {
        let nothing = html(|| page(&frame(Lang::En), &Trouble::Conflict, ""));
        assert!(!nothing.contains("<textarea"), "{nothing}");
        let something = html(|| page(&frame(Lang::En), &Trouble::Conflict, HOSTILE));
        assert!(something.contains("readonly") && something.contains(Lang::En.text(Key::WrittenNotStored)), "{something}");
        assert_harmless(&something);
    }

    #[test]
    fn an_ended_release_says_why_and_since_when() {
        let trouble = Trouble::Forbidden(Denied::Ended(Ended::Rejected, at("2027-05-12T09:00:00Z")));
        assert!(html(|| page(&frame(Lang::En), &trouble, "")).contains("ended on 12 May 2027: rejected."));
        assert!(html(|| page(&frame(Lang::De), &trouble, "")).contains("endete am 12. Mai 2027: abgesagt."));
    }
}
