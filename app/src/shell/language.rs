//! The language switch, and the form whose text it takes along.

use leptos::prelude::*;
use rules::messages::{Key, Lang};

use crate::{frame::Frame, texts};

/// The form of a page whose text a change of language takes along; a page provides it as context.
#[derive(Clone)]
pub struct Kept {
    /// The form's id.
    pub form: &'static str,
    /// Where it is sent to come back in another language.
    pub address: String,
}

/// The language switch: a form, so that it works everywhere, with the language in use as plain text. Its buttons send the form that is
/// to be kept instead, without its files.
pub(super) fn language(frame: &Frame) -> AnyView {
    let kept = use_context::<Kept>();
    let choices = Lang::ALL.iter().map(|&lang| {
        let name = lang.text(texts::language(lang));
        if lang == frame.lang {
            view! { <b lang=lang.code() aria-current="true">{name}</b> }.into_any()
        } else {
            let kept = kept.as_ref();
            view! {
                <button
                    class="button quiet"
                    name="lang"
                    value=lang.code()
                    lang=lang.code()
                    form=kept.map(|kept| kept.form)
                    formaction=kept.map(|kept| kept.address.clone())
                    formenctype=kept.map(|_| "application/x-www-form-urlencoded")
                >
                    {name}
                </button>
            }
            .into_any()
        }
    });
    let back = [frame.path.as_str(), &frame.query].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("?");
    view! {
        <form class="row" method="post" action="/language" aria-label=frame.lang.text(Key::SetLanguage)>
            <input type="hidden" name="back" value=back/>
            {choices.collect_view()}
        </form>
    }
    .into_any()
}
