//! Whatever people do with an application, its date stays: only a close, and under `earliest` an outcome or a receipt, move one.

use crate::support;

use futures::TryStreamExt as _;
use jiff::{SignedDuration, Timestamp};
use office::{Error, Office, Refusal, Result, decide::Decision, list::Filter, read::Part, release::NewRelease};
use proptest::{
    collection::vec,
    prelude::{Just, Strategy, any, prop_oneof},
    test_runner::{Config, TestRunner},
};
use rules::{
    access::Audience,
    application::{Judgement, Outcome, Refused, Section, Stage},
    form::Typed,
    id::{ApplicationId, DepartmentId},
};
use support::{
    TestOffice, both_engines,
    seed::{Cast, ada},
};
use tokio::{runtime::Handle, task::block_in_place};

#[derive(Clone, Copy, Debug)]
enum Act {
    Note,
    Comment,
    Read,
    ReadAsHead,
    OpenDocument,
    List,
    MoveStage(Stage),
    ReleaseAndRevoke,
    /// An outcome, its receipt, another receipt, and back again.
    DecideAndCorrect,
    /// What later postings keep.
    ChangeThePeriod(i64),
    LookAtThePlan,
    LookAtTheJournal,
    Sweep,
    Wait,
}

fn acts() -> impl Strategy<Value = Vec<(Act, usize)>> {
    let stage = (0..Stage::ALL.len()).prop_map(|n| Act::MoveStage(Stage::ALL[n]));
    let act = prop_oneof![
        Just(Act::Note),
        Just(Act::Comment),
        Just(Act::Read),
        Just(Act::ReadAsHead),
        Just(Act::OpenDocument),
        Just(Act::List),
        stage,
        Just(Act::ReleaseAndRevoke),
        Just(Act::DecideAndCorrect),
        (1i64..=60).prop_map(Act::ChangeThePeriod),
        Just(Act::LookAtThePlan),
        Just(Act::LookAtTheJournal),
        Just(Act::Sweep),
        Just(Act::Wait),
    ];
    vec((act, any::<usize>()), 5..20)
}

/// To whom it is done; an outcome only where the procedure alone starts the period.
struct Subjects {
    cast: Cast,
    all: Vec<ApplicationId>,
    by_procedure: Vec<ApplicationId>,
}

fn until() -> Timestamp {
    "2026-12-31T12:00:00Z".parse().expect("an instant")
}

fn to(department: &DepartmentId, sections: &[Section]) -> NewRelease {
    NewRelease { audience: Audience::Department(department.clone()), sections: sections.to_vec(), until: until() }
}

async fn subjects(office: &TestOffice) -> Subjects {
    let cast = office.cast().await;
    let mut all = Vec::new();
    for start in ["procedure", "earliest"] {
        office.change_desk_settings(&cast.admin, &[("retention.start", start)]).await.expect("a setting");
        let posting = office.open_posting_of(&cast).await;
        for n in 0..2 {
            let applicant = Typed { last_name: format!("{start}{n}"), ..ada() };
            let id = office.apply(&posting, applicant, &format!("{start} {n}")).await;
            office.release(&cast.hr, &id, &to(&cast.kitchen, &[Section::Contact, Section::Cv])).await.expect("a release");
            all.push(id);
        }
    }
    Subjects { cast, by_procedure: all[..2].to_vec(), all }
}

async fn act(office: &TestOffice, subjects: &Subjects, act: Act, whom: usize) -> Result<()> {
    let Subjects { cast, all, by_procedure } = subjects;
    let (id, decided) = (&all[whom % all.len()], &by_procedure[whom % by_procedure.len()]);
    match act {
        Act::Note => office.add_note(&cast.hr, id, "Rang back.").await.map(drop),
        Act::Comment => office.add_comment(&cast.kitchen_head, id, "Cooks well.", Some(Judgement::Maybe)).await.map(drop),
        Act::Read => office.read_application(&cast.hr, id).await.map(drop),
        Act::ReadAsHead => office.read_application(&cast.kitchen_head, id).await.map(drop),
        Act::OpenDocument => {
            let document = office.read_application(&cast.hr, id).await?.documents.remove(0).id;
            let opened = office.open_document(&cast.hr, id, &document, Part::Whole).await?;
            opened.content.try_collect::<Vec<_>>().await.map(drop).map_err(|error| Error::Unavailable(error.to_string()))
        }
        Act::List => office.list_applications(&cast.hr, &Filter::default()).await.map(drop),
        Act::MoveStage(stage) => match office.move_stage(&cast.hr, id, stage).await {
            Err(Error::Refused(Refusal::Application(Refused::Unchanged))) => Ok(()),
            moved => moved,
        },
        Act::ReleaseAndRevoke => {
            let release = office.release(&cast.hr, id, &to(&cast.garden, &[Section::Letter])).await?;
            office.revoke(&cast.hr, id, &release).await
        }
        Act::DecideAndCorrect => {
            let received = Some(office.now());
            let rejected =
                Decision { outcome: Some(Outcome::Rejected), reason: "many".to_owned(), rejection_received_at: received };
            office.decide(&cast.hr, decided, &rejected).await?;
            let arrived = office.rejection(&cast.hr, decided).await?.expect("a rejection").arrived_on;
            match office.record_rejection_received(&cast.hr, decided, Some(arrived)).await {
                Ok(()) | Err(Error::Refused(Refusal::Application(Refused::Unchanged))) => {}
                Err(error) => return Err(error),
            }
            office.record_rejection_received(&cast.hr, decided, None).await?;
            office
                .decide(&cast.hr, decided, &Decision { outcome: None, reason: String::new(), rejection_received_at: None })
                .await
        }
        Act::ChangeThePeriod(months) => {
            office.change_desk_settings(&cast.admin, &[("retention.months", &months.to_string())]).await
        }
        Act::LookAtThePlan => office.plan(&cast.privacy).await.map(drop),
        Act::LookAtTheJournal => office.read_journal(&cast.privacy, None, 10).await.map(drop),
        Act::Sweep => office.sweep().await.map(drop),
        Act::Wait => {
            office.pass(SignedDuration::from_hours(1));
            Ok(())
        }
    }
}

async fn dates(office: &Office) -> Vec<(String, i64)> {
    sqlx::query_as("SELECT id, due_at FROM application ORDER BY id").fetch_all(office.records.read()).await.expect("dates")
}

both_engines!(n10_no_note_read_comment_or_correction_moves_a_date, |office| async move {
    let subjects = subjects(&office).await;
    let before = dates(&office).await;
    assert_eq!(before.len(), 4);
    let config = Config { cases: 8, failure_persistence: None, max_shrink_iters: 64, ..Config::default() };
    let all = TestRunner::new(config).run(&acts(), |acts| {
        block_in_place(|| {
            Handle::current().block_on(async {
                for (done, whom) in acts {
                    act(&office, &subjects, done, whom).await.unwrap_or_else(|error| panic!("{done:?}: {error}"));
                    assert_eq!(dates(&office).await, before, "after {done:?}");
                }
            });
        });
        Ok(())
    });
    all.unwrap_or_else(|error| panic!("{error}"));
    // The same comparison sees a date that does move.
    let id = &subjects.all[3];
    let received = Some(office.now());
    let rejected = Decision { outcome: Some(Outcome::Rejected), reason: String::new(), rejection_received_at: received };
    office.decide(&subjects.cast.hr, id, &rejected).await.expect("a rejection where it starts the period");
    assert_ne!(dates(&office).await, before);
});
