//! People, postings and applications to begin with, made by the use-cases themselves.

use office::{Office, apply::Receipt, careers::Posting, posting::PostingDraft};
use rules::{
    access::{Actor, Membership, Role, Staff},
    form::Typed,
    id::{ApplicationId, DepartmentId, EmployerId},
    question::{QuestionDraft, QuestionKind},
};

use super::TestOffice;

/// The password of every account.
pub(crate) const PASSWORD: &str = "sound-of-rain";

/// An employer with two departments, and one person in each role.
pub(crate) struct Cast {
    pub(crate) employer: EmployerId,
    pub(crate) kitchen: DepartmentId,
    pub(crate) garden: DepartmentId,
    /// Hanna Hart, hr@example.org
    pub(crate) hr: Actor,
    /// Karl Koch heads the kitchen, kitchen@example.org
    pub(crate) kitchen_head: Actor,
    /// Greta Gärtner heads the garden, garden@example.org
    pub(crate) garden_head: Actor,
    /// Pia Prinz, privacy@example.org
    pub(crate) privacy: Actor,
    /// Adam Admin, admin@example.org
    pub(crate) admin: Actor,
    /// Berta Buch, accounting@example.org
    pub(crate) accounting: Actor,
}

impl TestOffice {
    /// An employer with its people, and a complete privacy notice.
    pub(crate) async fn cast(&self) -> Cast {
        let employer = self.add_employer("Gasthof Linde GmbH").await.expect("an employer");
        let kitchen = self.add_department(&employer, "Kitchen").await.expect("a department");
        let garden = self.add_department(&employer, "Garden").await.expect("a department");
        for name in ["controller", "officer", "authority", "recipients", "third_countries", "region"] {
            self.set_desk_setting(&format!("notice.{name}"), &format!("the {name}")).await.expect("a setting");
        }
        let add = |email: &'static str, name: &'static str, role, department: Option<&DepartmentId>| {
            account(&self.office, &employer, email, name, role, department.cloned())
        };
        let (hr, kitchen_head, garden_head, privacy, admin, accounting) = tokio::join!(
            add("hr@example.org", "Hanna Hart", Role::Hr, None),
            add("kitchen@example.org", "Karl Koch", Role::Head, Some(&kitchen)),
            add("garden@example.org", "Greta Gärtner", Role::Head, Some(&garden)),
            add("privacy@example.org", "Pia Prinz", Role::Privacy, None),
            add("admin@example.org", "Adam Admin", Role::Admin, None),
            add("accounting@example.org", "Berta Buch", Role::Accounting, None),
        );
        Cast { employer, kitchen, garden, hr, kitchen_head, garden_head, privacy, admin, accounting }
    }

    /// Somebody in HR of another employer.
    pub(crate) async fn stranger(&self) -> Actor {
        let employer = self.add_employer("Other Ltd").await.expect("an employer");
        account(&self.office, &employer, "hr@other.example", "Otto Other", Role::Hr, None).await
    }

    /// A posting of the kitchen that takes applications until 31 December 2026.
    pub(crate) async fn open_posting_of(&self, cast: &Cast) -> Posting {
        let id = self.draft_posting(&cast.hr, cast.draft()).await.expect("a draft");
        self.publish_posting(&cast.hr, &id).await.expect("a published posting");
        self.read_posting(&cast.hr, &id).await.expect("a posting").posting
    }

    /// An application with a curriculum vitae, by its identifier. `token` is the form's own: another one, another application.
    pub(crate) async fn apply(&self, posting: &Posting, applicant: Typed, token: &str) -> ApplicationId {
        let receipt = self.receipt_for(posting, applicant, token).await;
        self.application_of(&receipt.code).await.expect("an application")
    }

    /// The receipt for such an application.
    pub(crate) async fn receipt_for(&self, posting: &Posting, applicant: Typed, token: &str) -> Receipt {
        let mut document = self.begin_document().await.expect("a document begins");
        document.push(&pdf()).await.expect("a document streams");
        let document = document.finish("Lebenslauf.pdf").await.expect("a document arrives");
        let applicant = applicant.check(&posting.questions).unwrap_or_else(|problems| panic!("{problems:?}"));
        self.receive(posting, applicant, document, token, posting.language).await.expect("a receipt")
    }
}

impl Cast {
    /// Everything a posting needs, as typed.
    pub(crate) fn draft(&self) -> PostingDraft {
        PostingDraft {
            department: self.kitchen.to_string(),
            language: "de".to_owned(),
            title: "Köchin oder Koch (m/w/d)".to_owned(),
            summary: "Sie kochen mittags für sechzig Gäste.".to_owned(),
            body: "## Aufgaben\n\n- Kochen\n- Einkaufen".to_owned(),
            place: "Leipzig".to_owned(),
            country: "DE".to_owned(),
            employment: "full_time".to_owned(),
            pay: "2.900–3.300 Euro brutto im Monat".to_owned(),
            pay_min: "2900".to_owned(),
            pay_max: "3300".to_owned(),
            pay_period: "month".to_owned(),
            contact: "Hanna Hart, hr@example.org".to_owned(),
            next_steps: "Wir melden uns binnen zwei Wochen.".to_owned(),
            answer_days: "14".to_owned(),
            questions: Vec::new(),
            seats: "1".to_owned(),
            intake_ends_on: "2026-12-31".to_owned(),
            planned_close_on: String::new(),
        }
    }
}

/// A question as HR writes it.
pub(crate) fn question(kind: QuestionKind, text: &str, required: bool, choices: &str) -> QuestionDraft {
    let (kind, text, choices) = (kind.code().to_owned(), text.to_owned(), choices.to_owned());
    QuestionDraft { kind, text, hint: String::new(), required, choices }
}

/// An applicant who filled in every field.
pub(crate) fn ada() -> Typed {
    Typed {
        first_name: "Ada".to_owned(),
        last_name: "Lovelace".to_owned(),
        email: "ada@example.com".to_owned(),
        phone: "+44 20 7946 0000".to_owned(),
        message: "I would like to cook for you.".to_owned(),
        notice: true,
        ..Typed::default()
    }
}

/// The smallest document that is taken.
pub(crate) fn pdf() -> Vec<u8> {
    b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\nstartxref\n9\n%%EOF\n".to_vec()
}

pub(crate) async fn account(
    office: &Office,
    employer: &EmployerId,
    email: &str,
    name: &str,
    role: Role,
    department: Option<DepartmentId>,
) -> Actor {
    let account = office.add_account(email, name, PASSWORD, employer, role, department.as_ref()).await.expect("an account");
    Actor::Staff(Staff {
        account,
        memberships: vec![Membership { employer: employer.clone(), role, department }],
        ended: Vec::new(),
    })
}
