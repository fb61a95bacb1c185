//! The proof that a browser took the trouble to send the form: found while its fields are filled in (`rules::bots`).

use std::cell::RefCell;

use js_sys::{Promise, futures::JsFuture};
use leptos::prelude::window;
use rules::bots::Search;

use super::form::Form;

/// The tries after which the page gets its turn: some milliseconds on a slow telephone.
const STEP: u64 = 1024;

/// The search for the proof. Whoever waits for it helps it on, and several may.
#[derive(Default)]
pub(super) struct Proof(RefCell<Option<Search>>);

impl Proof {
    /// Writes the proof over the form's token into the form, as soon as it is found.
    pub(super) async fn write_into(&self, form: &Form) {
        loop {
            let token = form.token();
            let found = {
                let mut search = self.0.borrow_mut();
                // After an answer the form may have another token.
                let search = match &mut *search {
                    Some(search) if search.token() == token => search,
                    other => other.insert(Search::new(&token)),
                };
                search.go_on(STEP)
            };
            match found {
                Some(proof) => return form.set_proof(&proof),
                None => pause().await,
            }
        }
    }
}

/// Lets the page do what waits.
async fn pause() {
    let promise = Promise::new(&mut |resolve, _| {
        // Without a timer the search goes on at once.
        if window().set_timeout_with_callback(&resolve).is_err() {
            drop(resolve.call0(&resolve));
        }
    });
    drop(JsFuture::from(promise).await);
}
