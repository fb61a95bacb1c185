//! Brings the invented people into a store, through the same use-cases that real ones go through, on a clock of the past.

use std::{collections::HashMap, path::Path};

use jiff::{SignedDuration, Span, Timestamp, civil::Date};
use office::{
    Clock, Error, Office, Result, brand::BrandText, careers::Posting, decide::Decision, handover::Picked, list::Filter,
    posting::PostingDraft, release::NewRelease, requests::Entered,
};
use rules::{
    access::{Actor, Audience, Membership, Role, Staff},
    application::{self, Judgement, Section},
    form::Typed,
    handover::Item,
    id::{AccountId, ApplicationId, DepartmentId, EmployerId, PostingId},
    messages::Lang,
    posting::{Country, Employment},
    request::{Identity, RequestChannel, RequestKind},
};

use super::{
    Block, DemoApplicant, DemoPosting, Department, EMPLOYER, Language, Outcome, PayPeriod, PostingState, Stage, applicants,
    nth_applicant, postings,
    questions::{answers, questions},
};

/// The accounts of a demonstration, with their role and what the list of accounts says of them.
const ACCOUNTS: [(&str, &str, Role, Option<Department>); 11] = [
    ("hr@demo.example", "Jana Vogt", Role::Hr, None),
    // What takes two people of HR takes this one too.
    ("hr2@demo.example", "Lennart Brandt", Role::Hr, None),
    ("head@demo.example", "Ruben de Wit", Role::Head, Some(Department::Engineering)),
    ("head.operations@demo.example", "Katrin Albers", Role::Head, Some(Department::Operations)),
    ("head.office@demo.example", "Milan Horvat", Role::Head, Some(Department::PeopleAndOffice)),
    ("panel@demo.example", "Sanne Kuipers", Role::Panel, None),
    ("council@demo.example", "Bernd Scholz", Role::WorksCouncil, None),
    ("representative@demo.example", "Marta Kowalczyk", Role::Representative, None),
    ("privacy@demo.example", "Femke Bakker", Role::Privacy, None),
    ("admin@demo.example", "Tobias Krüger", Role::Admin, None),
    ("accounting@demo.example", "Ines Carvalho", Role::Accounting, None),
];
const PASSWORD: &str = "ablauf-demo";

const IMPRINT: &str = "Werk & Wandel GmbH\\\nSpinnereistraße 7\\\n04179 Leipzig\n\n<jobs@werk-und-wandel.example>\n\n\
    Geschäftsführung: Lotte Ahrens\n\nAmtsgericht Leipzig, HRB 00000";

/// Who of the invented people states a severe disability.
const STATED: [&str; 2] = ["jasper.vdheuvel@example.org", "emre.yildirim@example.org"];

/// Who of them asks what is kept of them.
const ASKS: &str = "Lan Anh Nguyen";

/// A directory with this file holds a demonstration, and nothing else.
const MARKER: &str = "demonstration";

/// Whether a data directory holds a demonstration.
pub(crate) fn is_demo(data: &Path) -> bool {
    data.join(MARKER).exists()
}

/// Prints the accounts.
pub(crate) fn print_accounts() {
    println!("\nDemonstration: invented people. Sign in at /sign-in, password {PASSWORD}:");
    for (email, name, role, department) in ACCOUNTS {
        let department = department.map(|department| format!(", {}", department.name(Language::En))).unwrap_or_default();
        println!("  {email:<30} {name} ({}{department})", role.code());
    }
}

/// Who acts while a demonstration is filled.
struct Cast {
    hr: Actor,
    heads: HashMap<Department, Actor>,
    departments: HashMap<Department, DepartmentId>,
}

/// Fills an empty store; a demonstration that is there already is left as it is.
pub(crate) async fn prepare(office: &Office) -> Result<()> {
    if is_demo(&office.settings.data) {
        return Ok(());
    }
    if office.brand().await?.employer.is_some() {
        return Err(Error::Unavailable(
            "this data directory is in use and no demonstration; name another with --data".to_owned(),
        ));
    }
    let cast = people(office).await?;
    let everybody = applicants();
    for posting in postings() {
        let own: Vec<&DemoApplicant> = everybody.iter().filter(|applicant| applicant.posting == posting.slug).collect();
        procedure(office, &cast, &posting, &own).await?;
    }
    ask(office, &cast).await?;
    office.sequence().await?;
    // Last, so that a demonstration cut short is not taken for a whole one.
    std::fs::write(office.settings.data.join(MARKER), "This directory holds invented people only.\n")
        .map_err(|error| Error::Unavailable(format!("data directory: {}", error.kind())))
}

/// Adds `count` more applicants to the postings that take applications, for volume.
pub(crate) async fn volume(office: &Office, count: u64) -> Result<()> {
    let mut titled: HashMap<String, Posting> =
        office.open_postings().await?.into_iter().map(|posting| (posting.title.clone(), posting)).collect();
    let open: HashMap<&str, Posting> =
        postings().into_iter().filter_map(|posting| Some((posting.slug, titled.remove(posting.title)?))).collect();
    // Not every posting has people of its own; among the first thousand are some for each that has.
    if !(0..1000).any(|n| open.contains_key(nth_applicant(n).posting)) {
        return Err(Error::Unavailable(
            "no posting of this demonstration takes applications any more; remove the data directory to begin again".to_owned(),
        ));
    }
    // Whoever would apply to a posting that is over is passed over.
    let people = (0..).map(nth_applicant).filter_map(|person| Some((open.get(person.posting)?, person)));
    for (n, (posting, applicant)) in (1..=count).zip(people) {
        let then = at(office, days_ago(office, applicant.days_ago));
        apply(&then, posting, &applicant).await?;
        if n % 1000 == 0 {
            println!("{n} of {count} applicants");
        }
    }
    office.sequence().await?;
    Ok(())
}

/// The logo and the imprint; the colour is the one that the site comes with.
async fn brand(office: &Office, admin: &Actor) -> Result<()> {
    office.put_logo(admin, include_bytes!("logo.png")).await?;
    let stated = office.brand_text(admin).await?;
    let new = BrandText { imprint: IMPRINT.to_owned(), ..stated.clone() };
    office.change_brand(admin, &new, &stated.version()).await
}

async fn people(office: &Office) -> Result<Cast> {
    let then = at(office, days_ago(office, 400));
    let employer = then.add_employer(EMPLOYER).await?;
    let mut departments = HashMap::new();
    for department in Department::ALL {
        departments.insert(department, then.add_department(&employer, department.name(Language::En)).await?);
    }
    let (mut hr, mut heads) = (None, HashMap::new());
    for (email, name, role, department) in ACCOUNTS {
        let department_id = department.and_then(|department| departments.get(&department));
        let account = then.add_account(email, name, PASSWORD, &employer, role, department_id).await?;
        let actor = actor(account, &employer, role, department_id.cloned());
        match (role, department) {
            (Role::Hr, _) => hr = Some(actor),
            (Role::Admin, _) => brand(&then, &actor).await?,
            (Role::Head, Some(department)) => drop(heads.insert(department, actor)),
            _ => {}
        }
    }
    for (name, value) in [
        ("notice.controller", "Werk & Wandel GmbH, Spinnereistraße 7, 04179 Leipzig, jobs@werk-und-wandel.example"),
        ("notice.officer", "Femke Bakker, datenschutz@werk-und-wandel.example"),
        ("notice.authority", "Sächsische Datenschutz- und Transparenzbeauftragte, Dresden"),
        ("notice.recipients", "niemand außerhalb des Arbeitgebers"),
        ("notice.third_countries", "keine"),
        ("notice.region", "Leipzig, auf eigenen Servern des Arbeitgebers"),
    ] {
        then.set_desk_setting(name, value).await?;
    }
    let hr = hr.ok_or_else(|| Error::Unavailable("the demonstration has no HR account".to_owned()))?;
    Ok(Cast { hr, heads, departments })
}

fn actor(account: AccountId, employer: &EmployerId, role: Role, department: Option<DepartmentId>) -> Actor {
    Actor::Staff(Staff {
        account,
        memberships: vec![Membership { employer: employer.clone(), role, department }],
        ended: Vec::new(),
    })
}

/// One procedure from its draft to where it stands today.
async fn procedure(office: &Office, cast: &Cast, posting: &DemoPosting, applicants: &[&DemoApplicant]) -> Result<()> {
    let opened = at(office, days_ago(office, posting.opened_days_ago));
    let id = opened.draft_posting(&cast.hr, draft(office, cast, posting)).await?;
    if posting.state == PostingState::Draft {
        return Ok(());
    }
    opened.publish_posting(&cast.hr, &id).await?;
    for applicant in applicants {
        course(office, cast, &id, posting.department, applicant).await?;
    }
    match posting.state {
        PostingState::Draft | PostingState::Open => Ok(()),
        PostingState::IntakeClosed => {
            let ended = u32::try_from(-posting.intake_ends_in_days).unwrap_or(0);
            at(office, days_ago(office, ended)).stop_intake(&cast.hr, &id).await
        }
        PostingState::Closed { days_ago: closed } => at(office, days_ago(office, closed)).close_posting(&cast.hr, &id).await,
    }
}

/// Somebody asks on paper what is kept of them.
async fn ask(office: &Office, cast: &Cast) -> Result<()> {
    let lines = office.list_applications(&cast.hr, &Filter::default()).await?.lines;
    let asks = lines.into_iter().find(|line| line.name.as_deref() == Some(ASKS)).ok_or(Error::NotFound)?;
    let letter = Entered {
        application: Some(asks.id),
        kind: RequestKind::Information,
        channel: RequestChannel::Letter,
        identity: Identity::Open,
        received_on: office.today().saturating_sub(Span::new().days(9)),
    };
    office.enter_request(&cast.hr, &letter).await.map(drop)
}

/// One applicant's way, from the form to the outcome.
async fn course(
    office: &Office,
    cast: &Cast,
    posting: &PostingId,
    department: Department,
    applicant: &DemoApplicant,
) -> Result<()> {
    let then = at(office, days_ago(office, applicant.days_ago));
    let posting = then.read_posting(&cast.hr, posting).await?.posting;
    let id = apply(&then, &posting, applicant).await?;
    let decided = applicant.decision.as_ref().map_or(0, |decision| decision.days_ago);
    // The days between arrival and decision, for what happens in between.
    let span = applicant.days_ago.saturating_sub(decided);
    let after = |tenths: u32| at(office, days_ago(office, applicant.days_ago - span * tenths / 10));

    let stages = [application::Stage::Review, application::Stage::Interview, application::Stage::Offer];
    let reached = match applicant.stage {
        Stage::Received => 0,
        Stage::Review => 1,
        Stage::Interview => 2,
        Stage::Offer => 3,
    };
    for (stage, tenths) in stages.into_iter().zip([2, 5, 8]).take(reached) {
        after(tenths).move_stage(&cast.hr, &id, stage).await?;
    }
    for note in &applicant.notes {
        after(3).add_note(&cast.hr, &id, note).await?;
    }
    if applicant.released {
        let release = NewRelease {
            audience: Audience::Department(cast.departments.get(&department).cloned().ok_or(Error::NotFound)?),
            sections: vec![Section::Contact, Section::Cv, Section::Letter],
            until: office.now() + SignedDuration::from_hours(24 * 30),
        };
        after(4).release(&cast.hr, &id, &release).await?;
        for (comment, judgement) in applicant.comments.iter().zip([Judgement::Yes, Judgement::Maybe].into_iter().cycle()) {
            if let Some(head) = cast.heads.get(&department) {
                after(6).add_comment(head, &id, comment, Some(judgement)).await?;
            }
        }
    }
    if let Some(decision) = &applicant.decision {
        let outcome = match decision.outcome {
            Outcome::Hired => application::Outcome::Hired,
            Outcome::Rejected => application::Outcome::Rejected,
            Outcome::Withdrawn => application::Outcome::Withdrawn,
        };
        let decision = Decision { outcome: Some(outcome), reason: decision.reason.to_string(), rejection_received_at: None };
        at(office, days_ago(office, decided)).decide(&cast.hr, &id, &decision).await?;
        // Whoever was hired some time ago is handed over; the others wait for it.
        if outcome == application::Outcome::Hired && decided > 30 {
            at(office, days_ago(office, decided - 7)).hand_over(&cast.hr, &id, &contact()).await?;
        }
    }
    Ok(())
}

/// What goes over without a word: the contact data.
fn contact() -> Vec<Picked> {
    let picked = |&item: &Item| {
        let purpose = item.proposed_purpose();
        Picked { item, purpose, basis: purpose.proposed_basis(), necessity: String::new() }
    };
    Item::ALL.iter().filter(|item| item.is_proposed()).map(picked).collect()
}

async fn apply(office: &Office, posting: &Posting, applicant: &DemoApplicant) -> Result<ApplicationId> {
    let mut document = office.begin_document().await?;
    document.push(&applicant.document()).await?;
    let document = document.finish(&applicant.file_name()).await?;
    let typed = Typed {
        first_name: applicant.first_name.to_string(),
        last_name: applicant.last_name.to_string(),
        email: applicant.email.to_string(),
        phone: applicant.phone.to_string(),
        message: applicant.message.to_string(),
        answers: answers(applicant.posting, applicant.days_ago),
        disability: STATED.contains(&applicant.email.as_str()),
        notice: true,
        ..Typed::default()
    };
    let token = data_encoding::HEXLOWER.encode(&office.rng.bytes::<16>());
    let person = typed
        .check(&posting.questions)
        .map_err(|_| Error::Unavailable("an invented applicant breaks the rules of the form".to_owned()))?;
    let receipt = office.receive(posting, person, document, &token, posting.language).await?;
    office.application_of(&receipt.code).await
}

fn draft(office: &Office, cast: &Cast, posting: &DemoPosting) -> PostingDraft {
    let today = office.today();
    let intake_ends_on = today.saturating_add(Span::new().days(posting.intake_ends_in_days));
    let period = match (posting.pay.period, posting.language) {
        (PayPeriod::Year, Language::De) => "Euro brutto im Jahr",
        (PayPeriod::Year, Language::En) => "euros gross a year",
        (PayPeriod::Year, Language::Nl) => "euro bruto per jaar",
        (PayPeriod::Month, Language::De) => "Euro brutto im Monat",
        (PayPeriod::Month, Language::En) => "euros gross a month",
        (PayPeriod::Month, Language::Nl) => "euro bruto per maand",
    };
    let lang = Lang::from_code(posting.language.code()).unwrap_or(Lang::En);
    let number = |amount: u32| lang.number(i64::from(amount));
    PostingDraft {
        department: cast.departments.get(&posting.department).map(|id| id.as_str().to_owned()).unwrap_or_default(),
        language: posting.language.code().to_owned(),
        title: posting.title.to_owned(),
        summary: posting.summary.to_owned(),
        body: posting.description.iter().map(block).collect::<Vec<_>>().join("\n\n"),
        place: posting.place.to_owned(),
        country: if posting.language == Language::Nl { Country::Netherlands } else { Country::Germany }.code().to_owned(),
        employment: employment(posting.employment).code().to_owned(),
        pay: format!("{}–{} {period}", number(posting.pay.min), number(posting.pay.max)),
        pay_min: posting.pay.min.to_string(),
        pay_max: posting.pay.max.to_string(),
        pay_period: match posting.pay.period {
            PayPeriod::Year => rules::posting::PayPeriod::Year,
            PayPeriod::Month => rules::posting::PayPeriod::Month,
        }
        .code()
        .to_owned(),
        contact: format!(
            "{}, {}, {}, {}",
            posting.contact.name, posting.contact.role, posting.contact.email, posting.contact.phone
        ),
        next_steps: posting.next_steps.join("\n"),
        // Ten working days.
        answer_days: "14".to_owned(),
        questions: questions(posting.slug),
        seats: posting.seats.to_string(),
        intake_ends_on: intake_ends_on.to_string(),
        planned_close_on: String::new(),
    }
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(text) => format!("## {text}"),
        Block::Paragraph(text) => (*text).to_owned(),
        Block::List(items) => items.iter().map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n"),
    }
}

fn employment(employment: super::Employment) -> Employment {
    match employment {
        super::Employment::FullTime => Employment::FullTime,
        super::Employment::PartTime => Employment::PartTime,
        super::Employment::Apprenticeship => Employment::Apprenticeship,
    }
}

/// Mid-morning, so many days ago, where the employer is.
fn days_ago(office: &Office, days: u32) -> Timestamp {
    let day: Date = office.today().saturating_sub(Span::new().days(days));
    let then = rules::retention::midnight(day, &office.settings.zone) + SignedDuration::from_hours(10);
    then.min(office.now())
}

/// The office at a fixed instant.
fn at(office: &Office, then: Timestamp) -> Office {
    office.with_clock(Clock::new(move || then))
}
