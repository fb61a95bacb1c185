//! A database that does not answer: 503 and a message, nothing stored by halves, nothing typed lost; and when it is back, the same
//! form goes through.

use crate::support;

use axum::http::StatusCode;
use rules::access::Role;
use sqlx::{Connection as _, Executor as _};
use support::{Multipart, Place, Reply, TestApp, on_postgres, on_sqlite, pdf};

const UNAVAILABLE: &str = "We cannot take anything in right now";

struct House {
    app: TestApp,
    form: String,
    cookie: String,
}

impl House {
    async fn open(place: Place) -> Self {
        let app = TestApp::open(place).await;
        let hr = app.account("hr@example.org", Role::Hr, None).await;
        let id = app.open_posting(&hr).await;
        let form = app.form_of(&hr, &id).await;
        let cookie = app.sign_in("hr@example.org").await;
        Self { app, form, cookie }
    }

    async fn send(&self) -> Reply {
        let form = Multipart::typed().text("token", b"the-same-token").file("cv", "cv.pdf", &pdf("one"));
        self.app.call(form.request(&self.form)).await
    }

    /// Fails unless the process lives and says that it cannot serve without `store`.
    async fn assert_not_ready(&self, store: &str) {
        assert_eq!(self.app.get("/healthz", "").await.status, StatusCode::OK);
        let reply = self.app.get("/readyz", "").await;
        assert_eq!((reply.status, reply.text()), (StatusCode::SERVICE_UNAVAILABLE, format!("not ready: {store}\n")));
    }

    async fn assert_goes_through(&self) {
        assert_eq!(self.app.stored().await, (0, 0), "something is left of what was refused");
        assert_eq!(self.app.get("/readyz", "").await.status, StatusCode::OK);
        let reply = self.send().await;
        assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, "/receipt"), "{}", reply.text());
        assert_eq!(self.app.stored().await, (3, 1), "one application, one form, one object");
    }
}

#[track_caller]
fn assert_kept(reply: &Reply) {
    let page = reply.text();
    assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE, "{page}");
    assert!(page.contains(UNAVAILABLE), "{page}");
    for typed in ["Ada", "Lovelace", "ada@example.org", "+49 30 12345", "I would like to work with you.", "the-same-token"] {
        assert!(page.contains(typed), "{typed:?} is lost: {page}");
    }
    assert_eq!(reply.headers["retry-after"], "30");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_records_every_page_says_so_and_nothing_is_stored() {
    on_postgres(|place| async move {
        let house = House::open(place).await;
        let database = house.app.database.clone().expect("a database");
        database.cut_off().await;
        // Not even the form can be read: there is nothing to keep the typed words in.
        let reply = house.send().await;
        assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE, "{}", reply.text());
        assert!(reply.text().contains(UNAVAILABLE), "{}", reply.text());
        for (path, cookie) in [("/", ""), (&house.form, ""), ("/office", &house.cookie)] {
            let reply = house.app.get(path, cookie).await;
            assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE, "{path}: {}", reply.text());
            assert!(reply.text().contains("<h1>") && reply.headers["retry-after"] == "30", "{path}: {}", reply.text());
        }
        house.assert_not_ready("records").await;
        database.let_in().await;
        house.assert_goes_through().await;
        assert_eq!(house.app.get("/office", &house.cookie).await.status, StatusCode::OK, "the session is as it was");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_keys_the_form_comes_back_with_what_was_typed() {
    on_postgres(|mut place| {
        on_postgres(|other| async move {
            let database = other.database.expect("a database");
            if let (Some(urls), Some(others)) = (&mut place.urls, other.urls) {
                // Records and log in one database, keys in another.
                urls[1].clone_from(&others[1]);
            }
            let house = House::open(place).await;
            database.cut_off().await;
            assert_kept(&house.send().await);
            assert_eq!(house.app.stored().await, (0, 0));
            house.assert_not_ready("keys").await;
            database.let_in().await;
            house.assert_goes_through().await;
        })
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn records_on_sqlite_that_another_program_holds_are_as_good_as_unreachable() {
    on_sqlite(|place| async move {
        let house = House::open(place).await;
        let mut other = sqlx::AnyConnection::connect(&house.app.office.settings.records_url).await.expect("another program");
        other.execute("BEGIN IMMEDIATE").await.expect("held");
        // Waited for as long as the busy timeout says.
        assert_kept(&house.send().await);
        assert_eq!(house.app.stored().await, (0, 0));
        other.execute("ROLLBACK").await.expect("let go");
        house.assert_goes_through().await;
    })
    .await;
}
