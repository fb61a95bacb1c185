//! `/office/settings/brand`: how the careers site looks, and its imprint.

use leptos::prelude::*;
use office::brand::{BrandText, StoredLogo};
use rules::{
    brand::{ACCENT, MOST_LOGO_BYTES, MOST_LOGO_SIDE},
    messages::Key,
};

use super::{
    form::{Form, problems, titled},
    parts::{alert, head, muted},
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
    texts::limit,
    ui::{self, Question},
};

/// Where it is.
pub const ADDRESS: &str = "/office/settings/brand";

/// The name of the form for what is written, for its [`Draft`].
pub const FORM: &str = "brand";

/// The name of the form for the logo.
pub const LOGO: &str = "logo";

/// The choice whether the site has a colour of its own.
pub const OWN: &str = "own";

/// A logo of as many bytes leaves a posting as light as CAREERS promises.
const LIGHT: u64 = 12 * 1024;

/// Name, colour and imprint in one form, the logo in another.
#[must_use]
pub fn page(frame: &Frame, stated: &BrandText, logo: Option<&StoredLogo>, draft: &Draft) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::BrandTitle);
    let back = ("/office/settings".to_owned(), lang.text(Key::NavSettings).to_owned());
    let see = view! { <a class="button" href="/">{lang.text(Key::BrandSee)}</a> };
    let missing = (stated.imprint.is_empty() && draft.form.is_empty()).then(|| {
        let text = view! { <p>{lang.text(Key::BrandImprintMissingText)}</p> };
        alert("missing", "due", lang.text(Key::BrandImprintMissing), text)
    });
    let main = view! {
        {head(Some(back), title.to_owned(), Some(muted(lang.text(Key::BrandText))), Some(see.into_any()))}
        {problems(frame, draft, true, label)}
        {missing}
        {written(frame, stated, draft)}
        {picture(frame, logo, draft)}
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}

fn label(field: &str) -> Key {
    match field {
        "name" => Key::BrandName,
        "accent" => Key::BrandAccentOwnLabel,
        "imprint" => Key::BrandImprint,
        _ => Key::LogoFile,
    }
}

fn written(frame: &Frame, stated: &BrandText, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, FORM);
    let is_own = !stated.accent.is_empty();
    let colour = if is_own { stated.accent.clone() } else { ACCENT.to_string() };
    let choices = vec![
        ("no", lang.text(Key::BrandAccentNone).to_owned(), !is_own),
        ("yes", lang.text(Key::BrandAccentOwn).to_owned(), is_own),
    ];
    view! {
        <form class="form" method="post" action=ADDRESS novalidate>
            {form.field("name", Key::BrandName, &stated.name).hint(lang.text(Key::BrandNameHint)).line()}
            {form.choices("radio", OWN, Key::BrandAccent, true, choices)}
            {form.field("accent", Key::BrandAccentOwnLabel, &colour).hint(lang.text(Key::BrandAccentHint)).colour()}
            {form
                .field("imprint", Key::BrandImprint, &stated.imprint)
                .optional()
                .hint(lang.text(Key::BrandImprintHint))
                .area("5")}
            <input type="hidden" name="seen" value=form.value("seen", &stated.version())/>
            <div class="row">
                <button class="button primary">{lang.text(Key::BrandSave)}</button>
            </div>
        </form>
    }
    .into_any()
}

fn picture(frame: &Frame, logo: Option<&StoredLogo>, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, LOGO);
    let hint = lang.fill(Key::LogoFileHint, &[&limit(lang, MOST_LOGO_BYTES as u64), &lang.number(i64::from(MOST_LOGO_SIDE))]);
    let remove = logo.map(|logo| {
        let question = Question {
            id: "remove-logo".to_owned(),
            opens: lang.text(Key::LogoRemoveOpen).to_owned(),
            about: None,
            title: lang.text(Key::LogoRemove).to_owned(),
            text: lang.text(Key::LogoRemoveText).to_owned(),
            action: format!("/office/settings/brand/logo/{}/remove", logo.hash),
            act: lang.text(Key::LogoRemove).to_owned(),
        };
        ui::dialog(lang, question)
    });
    view! {
        <section class="stack" aria-labelledby="logo-title">
            <h2 id="logo-title">{lang.text(Key::LogoTitle)}</h2>
            <p>{lang.text(Key::LogoText)}</p>
            {logo.map(|logo| has(frame, logo))}
            {remove.map(|remove| view! { <div>{remove}</div> })}
            <form class="form" method="post" action="/office/settings/brand/logo" enctype="multipart/form-data" novalidate>
                {form.field("file", Key::LogoFile, "").hint(hint).file(".png,.jpg,.jpeg,.webp")}
                <div class="row">
                    <button class="button primary">{lang.text(Key::LogoSave)}</button>
                </div>
            </form>
        </section>
    }
    .into_any()
}

/// The logo that stands, and what it weighs.
fn has(frame: &Frame, logo: &StoredLogo) -> AnyView {
    let lang = frame.lang;
    let (picture, size) = (logo.picture, u64::try_from(logo.size).unwrap_or_default());
    let sides = [picture.width, picture.height].map(|side| lang.number(side.into()));
    let heavy = (size > LIGHT).then(|| lang.fill(Key::LogoHeavy, &[&limit(lang, LIGHT)]));
    view! {
        <div class="stack">
            {frame
                .brand
                .logo
                .clone()
                .map(|shown| {
                    view! {
                        <p class="logo">
                            <img
                                src=shown.path
                                width=picture.width.to_string()
                                height=picture.height.to_string()
                                alt=frame.employer.clone()
                            />
                        </p>
                    }
                })}
            <p class="muted">{lang.fill(Key::LogoHas, &[&sides[0], &sides[1], &limit(lang, size)])}</p>
            {heavy.map(|heavy| view! { <p class="alert" data-tone="due">{heavy}</p> })}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use rules::{
        access::Role,
        brand::{Colour, Logo, LogoKind, palette},
        form::Problem,
        messages::Lang,
    };

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, desk_frame, html};

    fn stated(text: &str) -> BrandText {
        BrandText { name: text.to_owned(), accent: String::new(), imprint: text.to_owned() }
    }

    fn logo(size: i64) -> StoredLogo {
        StoredLogo { hash: "0a".to_owned(), picture: Logo { kind: LogoKind::Png, width: 1320, height: 80 }, size }
    }

    #[test]
    fn a_colour_that_cannot_be_read_is_told_with_its_figure_and_one_that_can() {
        let faint = palette(Colour([0xff, 0xd4, 0])).expect_err("too faint");
        let values = [("name", "Werk"), ("own", "yes"), ("accent", "#ffd400"), ("imprint", "typed"), ("seen", "old")];
        let draft = Draft {
            form: FORM,
            values: values.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec(),
            problems: vec![("accent", Problem::TooFaint(faint))],
            trouble: None,
        };
        for (lang, figure) in [(Lang::De, "1,2 zu 1"), (Lang::En, "1.2 to 1"), (Lang::Nl, "1,2 op 1")] {
            let html = html(|| page(&desk_frame(lang, Role::Admin), &stated("before"), None, &draft));
            assert_eq!(html.matches(figure).count(), 2, "in the summary and beside the field: {html}");
            assert_eq!(html.matches(&faint.instead.to_string()).count(), 2, "{html}");
            assert!(html.contains("href=\"#brand-accent\"") && html.contains("value=\"#ffd400\""), "{html}");
            assert!(html.contains("value=\"Werk\"") && html.contains(">typed</textarea>") && html.contains("value=\"old\""));
        }
    }

    #[test]
    fn a_heavy_logo_is_said_to_be_one_and_none_can_not_be_removed() {
        let frame = desk_frame(Lang::En, Role::Admin);
        let shown = |logo: Option<&StoredLogo>| html(|| page(&frame, &stated("Werk"), logo, &Draft::default()));
        let heavy = shown(Some(&logo(100 << 10)));
        assert!(heavy.contains("1,320 by 80 pixels, 100 KiB") && heavy.contains("Every visitor loads it"), "{heavy}");
        let light = shown(Some(&logo(9 << 10)));
        assert!(!light.contains("Every visitor loads it") && light.contains("/office/settings/brand/logo/0a/remove"), "{light}");
        assert!(!shown(None).contains("/remove\""));
    }

    #[test]
    fn a_site_without_an_imprint_is_told() {
        let frame = desk_frame(Lang::En, Role::Admin);
        let told = |text: &str| html(|| page(&frame, &stated(text), None, &Draft::default())).contains("section 5 DDG)");
        assert!(told("") && !told("Werk & Wandel GmbH"));
    }

    #[test]
    fn texts_stay_texts() {
        assert_harmless(&html(|| page(&desk_frame(Lang::En, Role::Admin), &stated(HOSTILE), None, &Draft::default())));
    }
}
