//! `/office/settings`: what the privacy notice says that only the employer knows, and how long applications are kept.

use leptos::prelude::*;
use rules::{
    journal::{ALERT, STAFF_MONTHS},
    kept::PAPER_YEARS,
    messages::Key,
    retention::Start,
};

use super::{
    form::{Form, problems, titled},
    parts::{alert, head, list, muted},
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
};

/// The name of the form, for its [`Draft`]; the settings as they stand come as the draft's values too.
pub const FORM: &str = "settings";

/// What the notice names, in its order: the setting, what it is called, what helps to fill it in.
const NOTICE: [(&str, Key, Key); 6] = [
    ("notice.controller", Key::SettingsController, Key::SettingsControllerHint),
    ("notice.officer", Key::RolePrivacy, Key::SettingsOfficerHint),
    ("notice.authority", Key::SettingsAuthority, Key::SettingsAuthorityHint),
    ("notice.recipients", Key::SettingsRecipients, Key::SettingsRecipientsHint),
    ("notice.third_countries", Key::SettingsCountries, Key::SettingsCountriesHint),
    ("notice.region", Key::SettingsRegion, Key::SettingsRegionHint),
];

/// The form for every setting of the desk, and the way to the appearance of the careers site for whoever may change it.
#[must_use]
pub fn page(frame: &Frame, draft: &Draft, brand: bool) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::NavSettings);
    let form = Form::new(frame, draft, FORM);
    let notice: Vec<_> =
        NOTICE.iter().map(|&(name, label, hint)| form.field(name, label, "").hint(lang.text(hint)).area("2")).collect();
    let brand = brand.then(|| view! { <a class="button" href=super::brand::ADDRESS>{lang.text(Key::BrandTitle)}</a> }.into_any());
    let main = view! {
        {head(None, title.to_owned(), Some(muted(lang.text(Key::SettingsText))), brand)}
        {problems(frame, draft, true, label).or_else(|| missing(frame, draft))}
        <form class="form" method="post" action="/office/settings" novalidate>
            <h2>{lang.text(Key::NoticeTitle)}</h2>
            {notice}
            {retention(frame, &form)}
            <input type="hidden" name="seen" value=draft.value(FORM, "seen")/>
            <div class="row">
                <button class="button primary">{lang.text(Key::SettingsSave)}</button>
            </div>
        </form>
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}

/// What the fields are called.
fn label(field: &str) -> Key {
    match field {
        "retention.months" => Key::SettingsMonths,
        "retention.start" => Key::SettingsStart,
        "papers.years" => Key::SettingsPaperYears,
        "journal.alert" => Key::SettingsAlert,
        "journal.months" => Key::SettingsStaffMonths,
        _ => NOTICE.iter().find(|(name, ..)| *name == field).map_or(Key::NoticeTitle, |&(_, label, _)| label),
    }
}

/// What is still empty, and that nothing is published before.
fn missing(frame: &Frame, draft: &Draft) -> Option<AnyView> {
    let lang = frame.lang;
    let empty: Vec<&str> = NOTICE
        .iter()
        .filter(|(name, ..)| draft.value(FORM, name).trim().is_empty())
        .map(|&(_, label, _)| lang.text(label))
        .collect();
    (!empty.is_empty()).then(|| {
        let text = lang.fill(Key::SettingsMissingText, &[&list(empty)]);
        alert("missing", "due", lang.text(Key::SettingsMissingTitle), view! { <p>{text}</p> })
    })
}

fn retention(frame: &Frame, form: &Form<'_>) -> AnyView {
    let lang = frame.lang;
    let starts = Start::ALL.iter().map(|&start| {
        let key = match start {
            Start::Procedure => Key::SettingsStartProcedure,
            Start::Earliest => Key::SettingsStartEarliest,
        };
        (start.code(), lang.text(key).to_owned(), false)
    });
    view! {
        <h2>{lang.text(Key::Retention)}</h2>
        <p class="alert">{lang.text(Key::SettingsRetentionText)}</p>
        {form.field("retention.months", Key::SettingsMonths, "").hint(lang.text(Key::SettingsMonthsHint)).number("1", "60")}
        {form.choices("radio", "retention.start", Key::SettingsStart, false, starts.collect())}
        {form
            .field("papers.years", Key::SettingsPaperYears, "")
            .hint(lang.text(Key::SettingsPaperYearsHint))
            .number(&PAPER_YEARS.0.to_string(), &PAPER_YEARS.1.to_string())}
        <h2>{lang.text(Key::SettingsJournal)}</h2>
        {form
            .field("journal.alert", Key::SettingsAlert, "")
            .hint(lang.text(Key::SettingsAlertHint))
            .number(&ALERT.0.to_string(), &ALERT.1.to_string())}
        {form
            .field("journal.months", Key::SettingsStaffMonths, "")
            .hint(lang.text(Key::SettingsStaffMonthsHint))
            .number(&STAFF_MONTHS.0.to_string(), &STAFF_MONTHS.1.to_string())}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use rules::{access::Role, form::Problem, messages::Lang};

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, desk_frame, html};

    fn typed(text: &str, months: &str) -> Draft {
        let values = NOTICE.iter().map(|(name, ..)| ((*name).to_owned(), text.to_owned()));
        let retention = [("retention.months", months), ("retention.start", "procedure")];
        let retention = retention.map(|(name, value)| (name.to_owned(), value.to_owned()));
        Draft { form: FORM, values: values.chain(retention).collect(), ..Draft::default() }
    }

    #[test]
    fn n20_what_is_still_empty_is_named_with_what_it_keeps_from_happening() {
        for &lang in Lang::ALL {
            let frame = desk_frame(lang, Role::Admin);
            let empty = html(|| page(&frame, &typed("", "6"), true));
            assert!(empty.contains(lang.text(Key::SettingsMissingTitle)), "{empty}");
            let filled = html(|| page(&frame, &typed("stated", "6"), true));
            assert!(!filled.contains(lang.text(Key::SettingsMissingTitle)), "{filled}");
            assert_eq!(filled.matches(">stated</textarea>").count(), NOTICE.len(), "{filled}");
        }
    }

    #[test]
    fn a_wrong_number_leads_to_its_field_and_stays_in_it() {
        let months = Problem::NotANumber { min: 1, max: 60 };
        let draft = Draft { problems: vec![("retention.months", months)], ..typed("stated", "sixty") };
        let html = html(|| page(&desk_frame(Lang::En, Role::Admin), &draft, true));
        assert!(html.contains("href=\"#settings-retention.months\""), "{html}");
        assert!(html.contains("id=\"settings-retention.months\"") && html.contains("value=\"sixty\""), "{html}");
    }

    #[test]
    fn texts_stay_texts() {
        assert_harmless(&html(|| page(&desk_frame(Lang::En, Role::Admin), &typed(HOSTILE, HOSTILE), true)));
    }
}
