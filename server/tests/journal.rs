//! The journal over HTTP: whatever a person opens, lists, downloads or is refused has its entry before the answer leaves.

use crate::support;

use axum::http::StatusCode;
use office::{log::JournalLine, release::NewRelease};
use rules::{
    access::{Actor, Audience, Role},
    application::Section,
    id::ApplicationId,
};
use support::{Multipart, Place, TestApp, both_engines, pdf};

/// A house with one application, whose CV and contact are released to the head of its department.
struct House {
    app: TestApp,
    hr: Actor,
    head: Actor,
    privacy: Actor,
    id: ApplicationId,
    /// The receipt code.
    code: String,
    hr_cookie: String,
    head_cookie: String,
    privacy_cookie: String,
}

impl House {
    async fn open(place: Place) -> Self {
        let app = TestApp::open(place).await;
        let hr = app.account("hr@example.org", Role::Hr, None).await;
        let head = app.account("head@example.org", Role::Head, Some(&app.department)).await;
        let privacy = app.account("privacy@example.org", Role::Privacy, None).await;
        let posting = app.open_posting(&hr).await;
        let form = Multipart::typed().file("cv", "cv.pdf", &pdf("one"));
        let reply = app.call(form.request(&app.form_of(&hr, &posting).await)).await;
        let code = reply.cookie().split_once("receipt.").expect("a receipt").1.to_owned();
        let id = app.office.application_of(&code).await.expect("the application");
        let (hr_cookie, head_cookie) = (app.sign_in("hr@example.org").await, app.sign_in("head@example.org").await);
        let privacy_cookie = app.sign_in("privacy@example.org").await;
        let house = Self { app, hr, head, privacy, id, code, hr_cookie, head_cookie, privacy_cookie };
        house.release(&[Section::Contact, Section::Cv]).await;
        house
    }

    async fn release(&self, sections: &[Section]) {
        let release = NewRelease {
            audience: Audience::Department(self.app.department.clone()),
            sections: sections.to_vec(),
            until: "2026-10-01T00:00:00Z".parse().expect("an instant"),
        };
        self.app.office.release(&self.hr, &self.id, &release).await.expect("a release");
    }

    async fn revoke(&self) {
        let view = self.app.office.read_application(&self.hr, &self.id).await.expect("the application");
        for release in view.releases.into_iter().filter(|release| release.stands) {
            self.app.office.revoke(&self.hr, &self.id, &release.id).await.expect("revoked");
        }
    }

    /// The address of the application, or of something of it.
    fn at(&self, more: &str) -> String {
        format!("/office/applications/{}{more}", self.id)
    }

    async fn document(&self) -> String {
        let view = self.app.office.read_application(&self.hr, &self.id).await.expect("the application");
        self.at(&format!("/documents/{}", view.documents[0].id))
    }

    async fn lines(&self) -> Vec<JournalLine> {
        self.app.office.read_journal(&self.privacy, None, 500).await.expect("the journal")
    }

    /// The entries of these acts, the oldest first: what, to what, and the detail.
    async fn entries(&self, what: &[&str]) -> Vec<(String, String, String)> {
        let lines = self.lines().await.into_iter().rev().filter(|line| what.contains(&line.what.as_str()));
        lines.map(|line| (line.what, line.subjects.join(" "), line.detail)).collect()
    }

    /// Asks as somebody, and answers what is new among the refusals.
    async fn refused(
        &self,
        path: &str,
        cookie: &str,
        form: Option<&[(&str, &str)]>,
        status: StatusCode,
    ) -> Vec<(String, String)> {
        let refusals = async || {
            let lines = self.lines().await.into_iter().filter(|line| line.detail.starts_with("refused "));
            lines.map(|line| (format!("{} {}", line.what, line.subjects.join(" ")), line.detail)).collect::<Vec<_>>()
        };
        let before = refusals().await.len();
        let reply = match form {
            None => self.app.get(path, cookie).await,
            Some(fields) => self.app.post(path, cookie, fields).await,
        };
        assert_eq!(reply.status, status, "{path}: {}", reply.text());
        let mut after = refusals().await;
        after.truncate(after.len() - before);
        after
    }
}

both_engines!(n04_a_heads_list_a_heads_read_and_a_heads_download_each_leave_their_entry, |place| async move {
    let house = House::open(place).await;
    let document = house.document().await;
    let before = house.entries(&["list_applications", "read_application", "read_section"]).await.len();
    for path in ["/office/applications".to_owned(), house.at(""), document.clone()] {
        assert_eq!(house.app.get(&path, &house.head_cookie).await.status, StatusCode::OK, "{path}");
    }
    let mut entries = house.entries(&["list_applications", "read_application", "read_section"]).await.split_off(before);
    // The clock of a test stands still.
    entries.sort();
    let (id, file) = (house.id.to_string(), document.rsplit('/').next().expect("an id").to_owned());
    let entry = |what: &str, detail: &str| (what.to_owned(), id.clone(), detail.to_owned());
    assert_eq!(
        entries,
        [
            entry("list_applications", ""),
            entry("read_application", "contact cv"),
            entry("read_section", &format!("document {file}")),
        ]
    );
});

both_engines!(n04_whatever_a_person_is_refused_is_one_entry_whichever_way_the_answer_takes, |place| async move {
    let house = House::open(place).await;
    let (id, document) = (house.id.to_string(), house.document().await);
    let one = |what: &str, why: &str| vec![(what.to_owned(), format!("refused {why}"))];
    let (head, forbidden) = (house.head_cookie.as_str(), StatusCode::FORBIDDEN);

    // By the guard, for the role: with the record that the address names, and without.
    let found = house.refused("/office/settings", head, None, forbidden).await;
    assert_eq!(found, one("manage_settings ", "role"));
    let found = house.refused(&house.at("/stage"), head, Some(&[("stage", "review")]), forbidden).await;
    assert_eq!(found, one(&format!("move_stage {id}"), "role"));

    // An exact look-up that nobody could have meant.
    let typed = [("email", "ada"), ("purpose", "curiosity")];
    let found = house.refused("/office/look-up", &house.hr_cookie, Some(&typed), StatusCode::UNPROCESSABLE_ENTITY).await;
    assert_eq!(found, one("look_up ", "typed"));
    let page = house.app.get("/office/audit?kind=refusals", &house.privacy_cookie).await.text();
    assert!(page.contains("what was typed could not be used") && !page.contains("curiosity"), "{page}");

    // A section that is not released, and an application that never was: 404 as if there were nothing.
    house.revoke().await;
    house.release(&[Section::Contact]).await;
    let found = house.refused(&document, head, None, StatusCode::NOT_FOUND).await;
    assert_eq!(found, one(&format!("read_section {id}"), "hidden"));
    let nobody = "/office/applications/0123456789abcdef0123456789abcdef";
    assert_eq!(house.refused(nobody, head, None, StatusCode::NOT_FOUND).await, []);
    assert_eq!(house.refused("/office/applications/nonsense", head, None, StatusCode::NOT_FOUND).await, []);

    // The page of a form that comes back with words, and the page itself.
    house.revoke().await;
    let comment = [("text", "A word."), ("judgement", "yes")];
    let found = house.refused(&house.at("/comments"), head, Some(&comment), forbidden).await;
    assert_eq!(found, one(&format!("add_comment {id}"), "ended"));
    assert_eq!(house.refused(&house.at(""), head, None, forbidden).await, one(&format!("read_application {id}"), "ended"));

    // Blocked, restricted, being erased.
    rig(&house, "UPDATE posting SET state = 'closed'").await;
    let found = house.refused(&house.at("/notes"), &house.hr_cookie, Some(&[("text", "A word.")]), forbidden).await;
    assert_eq!(found, one(&format!("add_note {id}"), "blocked"));
    rig(&house, "UPDATE posting SET state = 'open'").await;
    house.app.office.restrict(&house.hr, &house.id, rules::application::RestrictionGround::ALL[1]).await.expect("restricted");
    let found = house.refused(&document, &house.hr_cookie, None, forbidden).await;
    assert_eq!(found, one(&format!("read_section {id}"), "restricted"));
    rig(&house, "UPDATE application SET life = 'erasing'").await;
    let found = house.refused(&house.at(""), &house.hr_cookie, None, StatusCode::GONE).await;
    assert_eq!(found, one(&format!("read_application {id}"), "erasing"));
    let page = house.app.get("/office/audit", &house.privacy_cookie).await.text();
    assert!(page.contains("was refused: an application") && page.contains("being erased"), "{page}");
});

both_engines!(n11_whoever_holds_the_receipt_code_reads_in_which_roles_the_application_was_opened, |place| async move {
    let house = House::open(place).await;
    let status = async || house.app.post("/status", "", &[("code", &house.code)]).await.text().replace("<!>", "");
    let page = status().await;
    assert!(page.contains("Nobody has opened your application yet."), "{page}");
    assert_eq!(house.app.get("/office/applications", &house.head_cookie).await.status, StatusCode::OK);
    let page = status().await;
    assert!(page.contains("Nobody has opened your application yet."), "a list is no opening: {page}");
    assert_eq!(house.app.get(&house.at(""), &house.head_cookie).await.status, StatusCode::OK);
    let document = house.document().await;
    assert_eq!(house.app.get(&document, &house.head_cookie).await.status, StatusCode::OK);
    let page = status().await;
    for told in ["Who has opened your application", "1 September 2026", "Head of department", "HR"] {
        assert!(page.contains(told), "{told:?} is not on {page}");
    }
    let Actor::Staff(head) = &house.head else { panic!("no staff") };
    let table = page.split_once("<table").expect("a table").1.split("</table>").next().expect("its end");
    for hidden in [head.account.as_str(), house.id.as_str(), "10:00", "head@example.org"] {
        assert!(!table.contains(hidden), "{hidden:?} is on {table}");
    }
});

both_engines!(the_privacy_officer_filters_the_journal_and_saves_it_as_a_table, |place| async move {
    let house = House::open(place).await;
    let id = house.id.to_string();
    assert_eq!(house.app.get(&house.at(""), &house.head_cookie).await.status, StatusCode::OK);
    assert_eq!(house.app.get("/office/settings", &house.head_cookie).await.status, StatusCode::FORBIDDEN);
    let privacy = house.privacy_cookie.as_str();

    let page = house.app.get(&format!("/office/audit?record={id}&kind=openings"), privacy).await.text();
    assert!(page.contains("opened an application") && !page.contains("was refused"), "{page}");
    let page = house.app.get("/office/audit?kind=refusals", privacy).await.text();
    assert!(page.contains("was refused: Settings") && !page.contains("opened an application"), "{page}");
    let page = house.app.get("/office/audit?from=2027-01-01", privacy).await.text();
    assert!(page.contains("No entry fits this filter."), "{page}");
    // Less than was asked for is shown, never more.
    for nonsense in ["record=Lovelace", "from=yesterday", "kind=everything", "person=head%40example.org"] {
        let reply = house.app.get(&format!("/office/audit?{nonsense}"), privacy).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{nonsense}");
        let reply = house.app.get(&format!("/office/audit.csv?{nonsense}"), privacy).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{nonsense}");
    }

    // A name that a spreadsheet would take for a formula.
    rig(&house, "UPDATE account SET name = '=1+1' WHERE email = 'head@example.org'").await;
    let reply = house.app.get(&format!("/office/audit.csv?record={id}"), privacy).await;
    let header = |name: &str| reply.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    assert_eq!((reply.status, header("content-type")), (StatusCode::OK, "text/csv; charset=utf-8"));
    assert!(header("content-disposition").contains("journal.csv"));
    let table = reply.text();
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(rows[0], "entry,at,by,name,role,what,records,detail");
    assert!(rows[1..].iter().all(|row| row.contains(&id)) && rows.len() > 3, "{table}");
    assert!(table.contains(",'=1+1,head,read_application,"), "{table}");
    assert!(!table.contains("Lovelace"), "{table}");
    let saved = house.lines().await.into_iter().find(|line| line.detail.starts_with("export ")).expect("the export is entered");
    let (newest, oldest) = (rows[1].split(',').next(), rows[rows.len() - 1].split(',').next());
    let range = format!("export {} {} record {id}", newest.expect("an index"), oldest.expect("an index"));
    assert_eq!((saved.what.as_str(), saved.detail), ("read_journal", range));
    for (cookie, expected) in [(&house.hr_cookie, StatusCode::FORBIDDEN), (&house.head_cookie, StatusCode::FORBIDDEN)] {
        assert_eq!(house.app.get("/office/audit.csv", cookie).await.status, expected);
    }
});

both_engines!(a_breach_is_entered_read_reported_and_saved_at_the_desk, |place| async move {
    let house = House::open(place).await;
    let privacy = house.privacy_cookie.as_str();
    assert_eq!(house.app.get(&house.at(""), &house.head_cookie).await.status, StatusCode::OK);
    let Actor::Staff(head) = &house.head else { panic!("no staff") };
    // Ten o'clock in Berlin: half an hour before the instant of the test, and half an hour after.
    let form = |to: &'static str| {
        vec![
            ("person", head.account.as_str()),
            ("from", "2026-09-01T09:30"),
            ("to", to),
            ("known", "2026-09-01T10:00"),
            ("token", "00000000000000000000000000000b0b"),
        ]
    };
    let reply = house.app.post("/office/breaches", privacy, &form("2026-09-01T10:30")).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reply.text().contains("href=\"#breach-to\"") && reply.text().contains("2026-09-01T10:30"), "{}", reply.text());
    let reply = house.app.post("/office/breaches", privacy, &form("2026-09-01T10:00")).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let address = reply.location().to_owned();

    // The test's clock stands at ten sharp; what was done at this instant is beyond the end.
    let page = house.app.get(&address, privacy).await.text();
    assert!(page.contains("72 hours left") && page.contains("touched no record"), "{page}");
    house.app.set_now("2026-09-01T08:00:01Z");
    let form = [("token", "00000000000000000000000000000b0c"), ("from", "2026-09-01T09:30"), ("to", "2026-09-01T10:00:01")];
    let form: Vec<_> = form.into_iter().chain([("known", "2026-09-01T10:00"), ("person", head.account.as_str())]).collect();
    let address = house.app.post("/office/breaches", privacy, &form).await.location().to_owned();
    let page = house.app.get(&address, privacy).await.text();
    assert!(page.contains("71 hours left") && page.contains("Application: 1"), "{page}");
    assert!(page.contains(&format!("record={}", house.id)) && !page.contains("Lovelace"), "{page}");
    let start = house.app.get("/office", privacy).await.text();
    assert!(start.contains(&address) && start.contains("71 hours left"), "{start}");

    let table = house.app.get(&format!("{address}/people.csv"), privacy).await;
    assert_eq!(table.status, StatusCode::OK);
    let table = table.text();
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(rows[0], "record,kind,posting,acts,sections,times,first,last,state,certificate");
    assert!(rows.len() == 2 && rows[1].starts_with(&format!("{},application,", house.id)), "{table}");
    assert!(rows[1].contains(",openings,contact cv,1,") && !table.contains("Lovelace"), "{table}");

    let reply = house.app.post(&address, privacy, &[("reported", "2026-09-02T10:00")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "not yet");
    let reply = house.app.post(&address, privacy, &[("reported", "2026-09-01T10:00")]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    assert!(house.app.get(&address, privacy).await.text().contains("Reported to the authority"));
    assert!(!house.app.get("/office", privacy).await.text().contains(&address), "it waits no more");
    let journal = house.app.get("/office/audit", privacy).await.text();
    for said in ["entered a breach", "recorded the report of a breach", "saved whom a breach touched"] {
        assert!(journal.contains(said), "{said:?} is not on {journal}");
    }
    for cookie in [&house.hr_cookie, &house.head_cookie] {
        assert_eq!(house.app.get(&address, cookie).await.status, StatusCode::FORBIDDEN);
    }
});

async fn rig(house: &House, statement: &'static str) {
    sqlx::query(statement).execute(house.app.office.records.read()).await.expect("rigged");
}
