//! The whole matrix of person, action and state, written by hand and compared with the rules (docs/PROMISES.md, n04). An action,
//! a section or a state without its row fails here until it has one.
//!
//! | column | who asks |
//! |---|---|
//! | `nobody` | anybody without a session |
//! | `hr` | HR of the employer to whom the application came |
//! | `head` | heads Engineering; contact and CV are released to Engineering |
//! | `other` | heads Operations, to which nothing is released |
//! | `vacant` | a head whose membership names no department |
//! | `panel` | a member of the selection panel, named in a release of CV and letter |
//! | `council` | works council; everything but answers and disability is released to it |
//! | `repr` | representative of severely disabled staff; answers and disability are released to it |
//! | `privacy`, `admin`, `acct` | privacy officer, administrator and accounting; a release names each of them by mistake |
//! | `hr+admin`, `hr+head`, `h+council` | people with two roles; the heads among them head Engineering |
//! | `away` | HR of another employer; a release names them by mistake |
//! | `deputy` | headed Engineering as a deputy, until 28 November |
//! | `both` | heads Engineering, and was given HR of another employer, for which their account does not count |
//!
//! | cell | the answer |
//! |---|---|
//! | `+` | allowed |
//! | `s` | sign in first |
//! | `r` | not in your roles |
//! | `.` | there is no such thing, as far as you can tell |
//! | `e` | it was released to you, and that ended: why and since when, each state says |
//! | `b` | blocked: the procedure is closed |
//! | `x` | restricted |
//! | `g` | being erased |
//! | `d` | they were a deputy, and that ended |
//! | `v` | reviewed blind, and it would say who it is |
//!
//! A hold changes none of this: it keeps the sweep off and is no fact of the decision.

use super::*;

/// What anybody may do, signed in or not.
const PUBLIC: &str = "read_careers fetch_asset apply read_status sign_in sign_out operate";

/// What the guard asks of everybody before it knows to what it will be done: the house itself, ...
const HOUSE: &str = "
                             | nobody hr head other vacant panel council repr privacy admin acct hr+admin hr+head h+council away both deputy
enter_desk                   | s      +  +    +     +      +     +       +    +       +     +    +        +       +         +    +    d
read_plan read_requests      | s      +  r    r     r      r     r       r    +       r     r    +        +       r         +    r    r
read_journal read_evidence   | s      r  r    r     r      r     r       r    +       r     r    r        r       r         r    r    r
enter_paper                  | s      +  r    r     r      r     r       r    r       r     +    +        +       r         +    r    r
read_papers                  | s      r  r    r     r      r     r       r    r       r     +    r        r       r         r    r    r
confirm_clock                | s      r  r    r     r      r     r       r    +       +     r    +        r       r         r    r    r
manage_people
manage_settings              | s      r  r    r     r      r     r       r    r       +     r    +        r       r         r    r    r
";

/// ... something that belongs to an employer, ...
const HOUSE_AN_EMPLOYERS: &str = "
                             | nobody hr head other vacant panel council repr privacy admin acct hr+admin hr+head h+council away both deputy
list_postings run_posting hold
restrict look_up answer_erasure answer_request
read_employees run_pool      | s      +  r    r     r      r     r       r    r       r     r    +        +       r         +    r    r
";

/// ... or an application, at all.
const HOUSE_AN_APPLICATIONS: &str = "
                             | nobody hr head other vacant panel council repr privacy admin acct hr+admin hr+head h+council away both deputy
list_applications
read_application recuse
read_section read_comments   | s      +  +    +     +      +     +       +    r       r     r    +        +       +         +    +    d
add_comment                  | s      r  +    +     +      +     +       +    r       r     r    r        +       +         r    +    d
read_notes add_note exclude redact
move_stage decide release
hand_over                    | s      +  r    r     r      r     r       r    r       r     r    +        +       r         +    r    r
";

/// To a posting or an employee record of the employer `here`; and to decide there, for what no close stands against.
const HERE: &str = "
                             | nobody hr head other vacant panel council repr privacy admin acct hr+admin hr+head h+council away both deputy
list_postings run_posting hold
restrict look_up answer_erasure answer_request
read_employees decide
run_pool                     | s      +  r    r     r      r     r       r    r       r     r    +        +       r         .    r    r
";

/// To one application in each state. The names of sections stand for reading them.
fn on_an_application() -> Vec<(Vec<InState>, &'static str)> {
    vec![
        (
            vec![
                state("in review, nothing released", application()),
                state("intake has ended, nothing released", Application { posting: State::IntakeClosed, ..application() }),
                state("rejected, nothing released", rejected(application())),
            ],
            "
                             | nobody hr head other vacant panel council repr privacy admin acct hr+admin hr+head h+council away both deputy
read_application recuse      | s      +  .    .     .      .     .       .    r       r     r    +        +       .         .    .    d
contact cv letter answers
documents disability redacted
comments
notes read_comments          | s      +  .    .     .      .     .       .    r       r     r    +        +       .         .    .    d
add_comment                  | s      r  .    .     .      .     .       .    r       r     r    r        .       .         .    .    d
read_notes add_note exclude redact
move_stage decide release
hand_over                    | s      +  r    r     r      r     r       r    r       r     r    +        +       r         .    r    r
",
        ),
        (
            vec![
                state("released", released()),
                state("intake has ended, released", Application { posting: State::IntakeClosed, ..released() }),
                state("hired, procedure open", hired(released())),
                state("hired and handed over, procedure open", Application { handed_over: true, ..hired(released()) }),
            ],
            "
                             | nobody hr head other vacant panel council repr privacy admin acct hr+admin hr+head h+council away both deputy
read_application recuse      | s      +  +    .     .      +     +       +    r       r     r    +        +       +         .    +    d
contact                      | s      +  +    .     .      .     +       .    r       r     r    +        +       +         .    +    d
cv                           | s      +  +    .     .      +     +       .    r       r     r    +        +       +         .    +    d
letter                       | s      +  .    .     .      +     +       .    r       r     r    +        +       +         .    .    d
answers disability           | s      +  .    .     .      .     .       +    r       r     r    +        +       .         .    .    d
documents redacted comments
notes                        | s      +  .    .     .      .     +       .    r       r     r    +        +       +         .    .    d
read_comments                | s      +  +    .     .      +     +       +    r       r     r    +        +       +         .    +    d
add_comment                  | s      r  +    .     .      +     +       +    r       r     r    r        +       +         .    +    d
read_notes add_note exclude redact
move_stage decide release
hand_over                    | s      +  r    r     r      r     r       r    r       r     r    +        +       r         .    r    r
",
        ),
        (
            vec![
                state("revoked", revoked(released())).ended(Ended::Revoked, "2026-11-10"),
                state("expired", expired(released())).ended(Ended::Expired, "2026-11-15"),
                state("expires at this very instant", each_release(released(), |release| release.until = now()))
                    .ended(Ended::Expired, "2026-12-01"),
                state("revoked after its end", revoked_late(expired(released()))).ended(Ended::Expired, "2026-11-15"),
                state("rejected", rejected(released())).ended(Ended::Rejected, "2026-11-20"),
                state("withdrawn", withdrawn(released())).ended(Ended::Withdrawn, "2026-11-20"),
                state("revoked, then rejected", rejected(revoked(released()))).ended(Ended::Revoked, "2026-11-10"),
                state("expired, then withdrawn", withdrawn(expired(released()))).ended(Ended::Expired, "2026-11-15"),
                state("rejected, then revoked", revoked_late(rejected(released()))).ended(Ended::Rejected, "2026-11-20"),
                state("closed, hired, waits for the handover", closed(hired(released())))
                    .ended(Ended::ProcedureClosed, "2026-11-25"),
            ],
            "
                             | nobody hr head other vacant panel council repr privacy admin acct hr+admin hr+head h+council away both deputy
read_application recuse      | s      +  e    .     .      e     e       e    r       r     r    +        +       e         .    e    d
contact cv letter answers
documents disability redacted
comments
notes read_comments          | s      +  e    .     .      e     e       e    r       r     r    +        +       e         .    e    d
add_comment                  | s      r  e    .     .      e     e       e    r       r     r    r        e       e         .    e    d
read_notes add_note exclude redact
move_stage decide release
hand_over                    | s      +  r    r     r      r     r       r    r       r     r    +        +       r         .    r    r
",
        ),
        (
            vec![
                state("closed undecided", closed(released())).ended(Ended::ProcedureClosed, "2026-11-25"),
                state("closed, handed over", Application { handed_over: true, ..closed(hired(released())) })
                    .ended(Ended::ProcedureClosed, "2026-11-25"),
                state("rejected, then closed", closed(rejected(released()))).ended(Ended::Rejected, "2026-11-20"),
                state("withdrawn, then closed", closed(withdrawn(released()))).ended(Ended::Withdrawn, "2026-11-20"),
                state("revoked, then rejected, then closed", closed(rejected(revoked(released()))))
                    .ended(Ended::Revoked, "2026-11-10"),
                state("archived", Application { posting: State::Archived, ..closed(released()) })
                    .ended(Ended::ProcedureClosed, "2026-11-25"),
            ],
            "
                             | nobody hr head other vacant panel council repr privacy admin acct hr+admin hr+head h+council away both deputy
read_application recuse      | s      +  e    .     .      e     e       e    r       r     r    +        +       e         .    e    d
contact cv letter answers
documents disability redacted
comments
notes read_comments          | s      b  e    .     .      e     e       e    r       r     r    b        b       e         .    e    d
add_comment                  | s      r  e    .     .      e     e       e    r       r     r    r        e       e         .    e    d
exclude                      | s      +  r    r     r      r     r       r    r       r     r    +        +       r         .    r    r
read_notes add_note redact
move_stage decide release
hand_over                    | s      b  r    r     r      r     r       r    r       r     r    b        b       r         .    r    r
",
        ),
        (
            vec![state("closed undecided, nothing released", closed(application()))],
            "
                             | nobody hr head other vacant panel council repr privacy admin acct hr+admin hr+head h+council away both deputy
read_application recuse      | s      +  .    .     .      .     .       .    r       r     r    +        +       .         .    .    d
contact cv letter answers
documents disability redacted
comments
notes read_comments          | s      b  .    .     .      .     .       .    r       r     r    b        b       .         .    .    d
add_comment                  | s      r  .    .     .      .     .       .    r       r     r    r        .       .         .    .    d
exclude                      | s      +  r    r     r      r     r       r    r       r     r    +        +       r         .    r    r
read_notes add_note redact
move_stage decide release
hand_over                    | s      b  r    r     r      r     r       r    r       r     r    b        b       r         .    r    r
",
        ),
        (
            vec![
                state("restricted", restricted(released())),
                state("restricted, nothing released", restricted(application())),
                state("rejected and restricted", restricted(rejected(released()))),
                state("closed and restricted", restricted(closed(released()))),
            ],
            "
                             | nobody hr head other vacant panel council repr privacy admin acct hr+admin hr+head h+council away both deputy
read_application recuse      | s      +  .    .     .      .     .       .    r       r     r    +        +       .         .    .    d
contact cv letter answers
documents disability redacted
comments
notes read_comments          | s      x  .    .     .      .     .       .    r       r     r    x        x       .         .    .    d
add_comment                  | s      r  .    .     .      .     .       .    r       r     r    r        .       .         .    .    d
exclude                      | s      +  r    r     r      r     r       r    r       r     r    +        +       r         .    r    r
read_notes add_note redact
move_stage decide release
hand_over                    | s      x  r    r     r      r     r       r    r       r     r    x        x       r         .    r    r
",
        ),
        (
            vec![state("closed, opened to HR", opened(closed(application())))],
            "
                             | nobody hr head other vacant panel council repr privacy admin acct hr+admin hr+head h+council away both deputy
read_application recuse      | s      +  .    .     .      .     .       .    r       r     r    +        +       .         .    .    d
contact cv letter answers
documents disability redacted
comments
notes read_comments          | s      +  .    .     .      .     .       .    r       r     r    b        b       .         .    .    d
add_comment                  | s      r  .    .     .      .     .       .    r       r     r    r        .       .         .    .    d
read_notes                   | s      +  r    r     r      r     r       r    r       r     r    b        b       r         .    r    r
exclude                      | s      +  r    r     r      r     r       r    r       r     r    +        +       r         .    r    r
add_note redact
move_stage decide release
hand_over                    | s      b  r    r     r      r     r       r    r       r     r    b        b       r         .    r    r
",
        ),
        (
            vec![
                state("restricted, opened to HR", opened(restricted(released()))),
                state("closed and restricted, opened to HR", opened(restricted(closed(application())))),
            ],
            "
                             | nobody hr head other vacant panel council repr privacy admin acct hr+admin hr+head h+council away both deputy
read_application recuse      | s      +  .    .     .      .     .       .    r       r     r    +        +       .         .    .    d
contact cv letter answers
documents disability redacted
comments
notes read_comments          | s      +  .    .     .      .     .       .    r       r     r    x        x       .         .    .    d
add_comment                  | s      r  .    .     .      .     .       .    r       r     r    r        .       .         .    .    d
read_notes                   | s      +  r    r     r      r     r       r    r       r     r    x        x       r         .    r    r
exclude                      | s      +  r    r     r      r     r       r    r       r     r    +        +       r         .    r    r
add_note redact
move_stage decide release
hand_over                    | s      x  r    r     r      r     r       r    r       r     r    x        x       r         .    r    r
",
        ),
        (
            vec![state("being erased while released", erasing(released()))],
            "
                             | nobody hr head other vacant panel council repr privacy admin acct hr+admin hr+head h+council away both deputy
read_application recuse      | s      g  g    .     .      g     g       g    r       r     r    g        g       g         .    g    d
contact cv letter answers
documents disability redacted
comments
notes read_comments          | s      g  g    .     .      g     g       g    r       r     r    g        g       g         .    g    d
add_comment                  | s      r  g    .     .      g     g       g    r       r     r    r        g       g         .    g    d
read_notes add_note exclude redact
move_stage decide release
hand_over                    | s      g  r    r     r      r     r       r    r       r     r    g        g       r         .    r    r
",
        ),
        (
            vec![
                state("closed, being erased", erasing(closed(released()))).ended(Ended::ProcedureClosed, "2026-11-25"),
                state("revoked, being erased", erasing(revoked(released()))).ended(Ended::Revoked, "2026-11-10"),
            ],
            "
                             | nobody hr head other vacant panel council repr privacy admin acct hr+admin hr+head h+council away both deputy
read_application recuse      | s      g  e    .     .      e     e       e    r       r     r    g        g       e         .    e    d
contact cv letter answers
documents disability redacted
comments
notes read_comments          | s      g  e    .     .      e     e       e    r       r     r    g        g       e         .    e    d
add_comment                  | s      r  e    .     .      e     e       e    r       r     r    r        e       e         .    e    d
read_notes add_note exclude redact
move_stage decide release
hand_over                    | s      g  r    r     r      r     r       r    r       r     r    g        g       r         .    r    r
",
        ),
        (
            vec![
                state("being erased, nothing released", erasing(closed(application()))),
                state("restricted, being erased", erasing(restricted(released()))),
            ],
            "
                             | nobody hr head other vacant panel council repr privacy admin acct hr+admin hr+head h+council away both deputy
read_application recuse      | s      g  .    .     .      .     .       .    r       r     r    g        g       .         .    .    d
contact cv letter answers
documents disability redacted
comments
notes read_comments          | s      g  .    .     .      .     .       .    r       r     r    g        g       .         .    .    d
add_comment                  | s      r  .    .     .      .     .       .    r       r     r    r        .       .         .    .    d
read_notes add_note exclude redact
move_stage decide release
hand_over                    | s      g  r    r     r      r     r       r    r       r     r    g        g       r         .    r    r
",
        ),
        (
            vec![state("reviewed blind, released", Application { blind: true, ..released() })],
            "
                             | nobody hr head other vacant panel council repr privacy admin acct hr+admin hr+head h+council away both deputy
read_application recuse      | s      +  +    .     .      +     +       +    r       r     r    +        +       +         .    +    d
contact                      | s      +  v    .     .      .     +       .    r       r     r    +        +       +         .    v    d
cv                           | s      +  v    .     .      v     +       .    r       r     r    +        +       +         .    v    d
letter                       | s      +  .    .     .      +     +       .    r       r     r    +        +       +         .    .    d
answers disability           | s      +  .    .     .      .     .       +    r       r     r    +        +       .         .    .    d
documents                    | s      +  .    .     .      .     +       .    r       r     r    +        +       +         .    .    d
redacted comments
notes                        | s      +  .    .     .      .     +       .    r       r     r    +        +       +         .    .    d
read_comments                | s      +  +    .     .      +     +       +    r       r     r    +        +       +         .    +    d
add_comment                  | s      r  +    .     .      +     +       +    r       r     r    r        +       +         .    +    d
read_notes add_note exclude redact
move_stage decide release
hand_over                    | s      +  r    r     r      r     r       r    r       r     r    +        +       r         .    r    r
",
        ),
        (
            vec![
                state("kept from everybody here", excluded(released())),
                state("kept from everybody, closed", excluded(closed(released()))),
                state("kept from everybody, restricted and opened to HR", excluded(opened(restricted(released())))),
                state("kept from everybody, being erased", excluded(erasing(released()))),
            ],
            "
                             | nobody hr head other vacant panel council repr privacy admin acct hr+admin hr+head h+council away both deputy
read_application recuse      | s      .  .    .     .      .     .       .    r       r     r    .        .       .         .    .    d
contact cv letter answers
documents disability redacted
comments
notes read_comments          | s      .  .    .     .      .     .       .    r       r     r    .        .       .         .    .    d
add_comment                  | s      r  .    .     .      .     .       .    r       r     r    r        .       .         .    .    d
read_notes add_note exclude redact
move_stage decide release
hand_over                    | s      .  r    r     r      r     r       r    r       r     r    .        .       r         .    r    r
",
        ),
    ]
}

/// A state, with what ended the releases of those to whom it was released.
struct InState {
    name: &'static str,
    application: Application,
    ended: Option<(Ended, Timestamp)>,
}

fn state(name: &'static str, application: Application) -> InState {
    InState { name, application, ended: None }
}

impl InState {
    fn ended(self, why: Ended, since: &str) -> Self {
        Self { ended: Some((why, on(since))), ..self }
    }
}

/// What is released to whom until the end of the year, slips included: those show nothing to anybody.
fn released() -> Application {
    use Section::{Answers, Comments, Contact, Cv, Disability, Documents, Letter, Notes, Redacted};
    let releases = vec![
        release(Audience::Department(department("engineering")), &[Contact, Cv]),
        release(Audience::Person(account("panel")), &[Cv, Letter]),
        release(Audience::Body(Role::WorksCouncil), &[Contact, Cv, Letter, Documents, Redacted, Comments, Notes]),
        release(Audience::Body(Role::Representative), &[Answers, Disability]),
        release(Audience::Person(account("privacy")), Section::ALL),
        release(Audience::Person(account("admin")), Section::ALL),
        release(Audience::Person(account("acct")), Section::ALL),
        release(Audience::Person(account("away")), Section::ALL),
        release(Audience::Body(Role::Head), Section::ALL),
        release(Audience::Body(Role::Privacy), Section::ALL),
        release(Audience::Body(Role::Admin), Section::ALL),
        release(Audience::Body(Role::Accounting), Section::ALL),
    ];
    Application { releases, ..application() }
}

fn each_release(mut application: Application, change: impl Fn(&mut Release)) -> Application {
    application.releases.iter_mut().for_each(change);
    application
}

fn revoked(application: Application) -> Application {
    each_release(application, |release| release.revoked_at = Some(on("2026-11-10")))
}

fn expired(application: Application) -> Application {
    each_release(application, |release| release.until = on("2026-11-15"))
}

fn rejected(application: Application) -> Application {
    Application { outcome: Some((Outcome::Rejected, on("2026-11-20"))), ..application }
}

fn withdrawn(application: Application) -> Application {
    Application { outcome: Some((Outcome::Withdrawn, on("2026-11-20"))), ..application }
}

fn hired(application: Application) -> Application {
    Application { outcome: Some((Outcome::Hired, on("2026-11-20"))), ..application }
}

fn closed(application: Application) -> Application {
    Application { posting: State::Closed, closed_at: Some(on("2026-11-25")), ..application }
}

fn revoked_late(application: Application) -> Application {
    each_release(application, |release| release.revoked_at = Some(on("2026-11-28")))
}

fn restricted(application: Application) -> Application {
    Application { restricted: true, ..application }
}

/// Opened to the person `hr` for half an hour; to somebody else that was half an hour ago.
fn opened(application: Application) -> Application {
    let openings = vec![(account("hr"), on("2026-12-02")), (account("hr+head"), on("2026-12-01"))];
    Application { openings, ..application }
}

/// Kept from each of the cast.
fn excluded(application: Application) -> Application {
    let excluded = cast().into_iter().filter_map(|(_, actor)| match actor {
        Actor::Staff(staff) => Some(staff.account),
        Actor::Anonymous => None,
    });
    Application { excluded: excluded.collect(), ..application }
}

fn erasing(application: Application) -> Application {
    Application { life: Life::Erasing, ..application }
}

/// A row: the words to its left, and each person with what the cell below their name says.
type Row = (Vec<&'static str>, Vec<(&'static str, char)>);

fn rows(table: &'static str) -> Vec<Row> {
    let mut lines = table.trim_matches('\n').lines();
    let columns: Vec<_> = lines.next().expect("a heading").trim_start_matches([' ', '|']).split_whitespace().collect();
    let cast: Vec<_> = cast().into_iter().map(|(name, _)| name).collect();
    assert_eq!(columns, cast, "every table has every column");
    let mut rows = Vec::new();
    let mut words = Vec::new();
    for line in lines {
        // What has no room left of the line stands above it.
        let Some((left, right)) = line.split_once('|') else {
            words.extend(line.split_whitespace());
            continue;
        };
        words.extend(left.split_whitespace());
        let cells: Vec<char> = right.split_whitespace().map(|cell| cell.parse().expect("one letter")).collect();
        assert_eq!(cells.len(), columns.len(), "the row of {words:?} has a cell in every column");
        rows.push((std::mem::take(&mut words), columns.iter().copied().zip(cells).collect()));
    }
    assert_eq!(words, Vec::<&str>::new(), "words without cells");
    rows
}

/// Every word on the left of a table.
fn words(table: &'static str) -> Vec<&'static str> {
    rows(table).into_iter().flat_map(|(words, _)| words).collect()
}

fn answer(cell: char, ended: Option<(Ended, Timestamp)>) -> Result<(), Denied> {
    match (cell, ended) {
        ('+', _) => Ok(()),
        ('s', _) => Err(Denied::SignIn),
        ('r', _) => Err(Denied::Role),
        ('.', _) => Err(Denied::Hidden),
        ('e', Some((why, since))) => Err(Denied::Ended(why, since)),
        ('b', _) => Err(Denied::Blocked),
        ('x', _) => Err(Denied::Restricted),
        ('g', _) => Err(Denied::Erasing),
        ('d', _) => Err(Denied::Ended(Ended::Deputyship, on("2026-11-28"))),
        ('v', _) => Err(Denied::Blind),
        _ => panic!("{cell:?} has no meaning here"),
    }
}

/// Where the rules say something else than a table; `ask` asks the rules for a word on its left.
fn differences(
    title: &str,
    table: &'static str,
    ended: Option<(Ended, Timestamp)>,
    ask: impl Fn(&Actor, &str) -> Result<(), Denied>,
) -> Vec<String> {
    let mut differences = Vec::new();
    for (words, cells) in rows(table) {
        for (word, &(name, cell)) in words.iter().flat_map(|word| cells.iter().map(move |cell| (word, cell))) {
            let (table, rules) = (answer(cell, ended), ask(&actor(name), word));
            if table != rules {
                differences.push(format!("{title}: {name}, {word}: the table says {table:?}, the rules say {rules:?}"));
            }
        }
    }
    differences
}

/// A failure names every cell that differs.
fn assert_none(differences: &[String]) {
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
}

fn action(code: &str) -> Action {
    Action::from_code(code).unwrap_or_else(|| panic!("{code:?} is no action"))
}

/// Each of `expected` stands exactly once in `found`, and nothing else does.
fn assert_complete(title: &str, mut found: Vec<&str>, mut expected: Vec<&str>) {
    let missing: Vec<_> = expected.iter().filter(|word| !found.contains(word)).collect();
    assert!(missing.is_empty(), "{title}: no row for {missing:?}");
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected, "{title}: each row once, and no other");
}

#[test]
fn every_action_is_public_or_has_its_row() {
    let tables = [HOUSE, HOUSE_AN_EMPLOYERS, HOUSE_AN_APPLICATIONS];
    let found = PUBLIC.split_whitespace().chain(tables.into_iter().flat_map(words)).collect();
    assert_complete("the house", found, Action::ALL.iter().map(|action| action.code()).collect());
    assert_complete("an employer's", words(HERE), words(HOUSE_AN_EMPLOYERS).into_iter().chain(["decide"]).collect());

    // What is done to applications is done to one of them in some state, except listing; reading a section is asked by section.
    let to_one = |word: &&str| !["list_applications", "read_section"].contains(word);
    let acts: Vec<_> = words(HOUSE_AN_APPLICATIONS).into_iter().filter(to_one).collect();
    let sections = Section::ALL.iter().map(|section| section.code());
    let expected: Vec<_> = acts.into_iter().chain(sections).collect();
    for (states, table) in on_an_application() {
        assert_complete(states[0].name, words(table), expected.clone());
    }
}

#[test]
fn the_tables_meet_every_state_of_an_application() {
    let tables = on_an_application();
    let met = |what: &dyn std::fmt::Debug, is: &dyn Fn(&InState) -> bool| {
        assert!(tables.iter().flat_map(|(states, _)| states).any(is), "no table has an application that is {what:?}");
    };
    // A draft has no applications.
    for &posting in State::ALL.iter().filter(|&&posting| posting != State::Draft) {
        met(&posting, &|state| state.application.posting == posting);
    }
    for &outcome in Outcome::ALL {
        met(&outcome, &|state| state.application.outcome.is_some_and(|(met, _)| met == outcome));
    }
    for &life in Life::ALL {
        met(&life, &|state| state.application.life == life);
    }
    for why in [Ended::Revoked, Ended::Expired, Ended::Rejected, Ended::Withdrawn, Ended::ProcedureClosed] {
        met(&why, &|state| state.ended.is_some_and(|(met, _)| met == why));
    }
}

#[test]
fn what_is_public_is_public_in_every_state() {
    let (released, here) = (released(), employer("here"));
    let house = [Subject::House, Subject::Employer(&here), Subject::Application(&released)];
    for (code, (name, actor)) in PUBLIC.split_whitespace().flat_map(|code| cast().into_iter().map(move |person| (code, person))) {
        for subject in house {
            assert_eq!(may(&actor, action(code), subject, now()), Ok(()), "{name}, {code}");
        }
    }
}

#[test]
fn n04_the_whole_matrix_at_the_desk() {
    let ask = |actor: &Actor, code: &str| may(actor, action(code), Subject::House, now());
    for (title, table) in
        [("the house", HOUSE), ("any employer's", HOUSE_AN_EMPLOYERS), ("any application", HOUSE_AN_APPLICATIONS)]
    {
        assert_none(&differences(title, table, None, ask));
    }
    let here = employer("here");
    assert_none(&differences("here", HERE, None, |actor, code| may(actor, action(code), Subject::Employer(&here), now())));
}

#[test]
fn n04_the_whole_matrix_of_an_application_in_every_state() {
    let mut all = Vec::new();
    for (states, table) in on_an_application() {
        for InState { name, application, ended } in &states {
            let ask = |actor: &Actor, word: &str| match Section::from_code(word) {
                Some(section) => may(actor, Action::ReadSection, Subject::Section(application, section), now()),
                None => may(actor, action(word), Subject::Application(application), now()),
            };
            all.extend(differences(name, table, *ended, ask));
        }
    }
    assert_none(&all);
}
