//! The form on its way to the server: how far it is, what came back, and that it broke off or was cancelled.

use std::{cell::Cell, rc::Rc};

use js_sys::Function;
use leptos::prelude::*;
use rules::{
    form::Field,
    messages::{Key, filled},
};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{Event, FormData, ProgressEvent, XmlHttpRequest};

use super::{Comfort, Said, answer, listen, problems_said};
use crate::texts::{problems_title, said, size};

/// Milliseconds between two changes of the progress in words: a screen reader reads each aloud.
const WORDS_EVERY: u64 = 1000;

/// A function that is called once, or never.
fn once(act: impl FnOnce(Event) + 'static) -> Function {
    Closure::once_into_js(act).unchecked_into()
}

impl Comfort {
    pub(super) fn send(self: &Rc<Self>) -> Result<(), JsValue> {
        let request = XmlHttpRequest::new()?;
        request.open("POST", &self.form.address())?;
        let upload = request.upload()?;
        let (began, spoke) = (Cell::new(None), Cell::new(0));
        let comfort = Rc::clone(self);
        listen(&upload, "progress", move |event| {
            let at = event.time_stamp() as u64;
            let Ok(event) = event.dyn_into::<ProgressEvent>() else { return };
            let began = began.get().unwrap_or_else(|| {
                began.set(Some(at));
                at
            });
            let words = at - spoke.get() >= WORDS_EVERY;
            if words {
                spoke.set(at);
            }
            comfort.progress(event.loaded() as u64, event.total() as u64, at - began, words);
        });
        let shown = self.shown;
        upload.set_onload(Some(&once(move |_| {
            shown.arrived.set(true);
            shown.words.set(said!(shown.lang, Key::SendingArrived).to_owned());
        })));
        let comfort = Rc::clone(self);
        request.set_onload(Some(&once(move |_| comfort.answered())));
        let comfort = Rc::clone(self);
        request.set_onerror(Some(&once(move |_| comfort.broken())));
        request.send_with_opt_form_data(Some(&FormData::new_with_form(self.form.element())?))?;
        self.request.replace(Some(request));

        shown.said.set(None);
        document().set_title(&self.title);
        shown.arrived.set(false);
        shown.cancelled.set(false);
        shown.progress.set((0, 1));
        shown.words.set(String::new());
        let files = Field::all().filter(|&field| self.is_file(field)).flat_map(|field| self.form.files(field));
        let names = files.map(|file| file.name());
        shown.sending.set(Some(names.collect::<Vec<_>>().join(", ")));
        self.form.hide(true);
        Ok(())
    }

    /// How far it is, after `elapsed` milliseconds; in words too, when it is time for them.
    fn progress(&self, sent: u64, all: u64, elapsed: u64, words: bool) {
        let lang = self.shown.lang;
        self.shown.progress.set((sent, all.max(1)));
        if words && sent < all {
            let mut text = filled(said!(lang, Key::SendingProgress), &[&size(lang, sent), &size(lang, all)]);
            let seconds = ((all - sent) * elapsed).div_ceil(sent.max(1) * 1000);
            if elapsed >= WORDS_EVERY && seconds >= 2 {
                text.push(' ');
                text.push_str(&filled(said!(lang, Key::SendingSeconds), &[&seconds.to_string()]));
            }
            self.shown.words.set(text);
        }
    }

    fn answered(&self) {
        let Some(request) = self.request.take() else { return };
        let (status, address) = (request.status().unwrap_or_default(), request.response_url());
        if (200..300).contains(&status) && address != self.form.address() {
            // The progress stays until the receipt is there.
            if window().location().assign(&address).is_ok() {
                return;
            }
        }
        let text = request.response_text().ok().flatten().unwrap_or_default();
        let answer = answer::read(&text);
        if let Some(token) = answer.as_ref().and_then(|answer| answer.token.as_deref()) {
            self.form.set_token(token);
        }
        match answer {
            Some(answer) if answer.problems.is_empty() => {
                // Where the form comes back, it can be sent again with the same file.
                let kept = answer.token.is_some().then(|| said!(self.shown.lang, Key::FileStillChosen).to_owned());
                let note: Vec<_> = answer.note.into_iter().chain(kept).collect();
                self.form.mark_all(&[]);
                self.settle(Some(Said::Problems(answer.title, Some(note.join(" ")), Vec::new())));
            }
            Some(answer) => {
                self.form.mark_all(&answer.problems);
                let title = problems_title(self.shown.lang, answer.problems.len());
                self.settle(Some(problems_said(title, None, &answer.problems)));
            }
            None => self.broken(),
        }
    }

    fn broken(&self) {
        let lang = self.shown.lang;
        let (title, text) = (said!(lang, Key::BrokenTitle), said!(lang, Key::BrokenText));
        self.settle(Some(Said::Problems(title.to_owned(), Some(text.to_owned()), Vec::new())));
    }

    pub(super) fn cancel(&self) {
        if let Some(request) = self.request.take() {
            drop(request.abort());
            let lang = self.shown.lang;
            let (title, text) = (said!(lang, Key::CancelledTitle), said!(lang, Key::CancelledText));
            self.settle(Some(Said::Note(title.to_owned(), text.to_owned())));
        }
    }
}
