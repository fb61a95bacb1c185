//! What HR is told before it publishes a posting. A warning refuses nothing: a person decides.
//!
//! A posting that seeks one sex only, or the young, is a sign of discrimination (sections 1, 11 and 22 AGG); and applicants are to know the pay or its
//! range before they talk about it (Directive (EU) 2023/970, Art. 5).

use super::PayRange;
use crate::question::Question;

/// Something that HR may want to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The title does not say that all sexes are meant.
    NoMarker,
    /// A word that hints at age, in lower case.
    AgeWord(String),
    /// A word of a question that asks what an employer may hardly ask, in lower case.
    PersonalWord(String),
    /// No pay range, neither in figures nor in words.
    NoPayRange,
}

/// Words that hint at age, in German, English and Dutch: an advertisement in one language borrows from the others.
const AGE_STEMS: [&str; 12] = [
    "jung",
    "jünger",
    "jugendlich",
    "berufsanfänger",
    "berufseinsteiger",
    "young",
    "youthful",
    "youngster",
    "jong",
    "jonger",
    "jeugdig",
    "schoolverlater",
];

/// What may follow such a stem. Longer endings make another word: Jungheinrich, Jongleur.
const ENDINGS: [&str; 10] = ["", "e", "em", "en", "er", "es", "est", "in", "innen", "s"];

/// The same in several words.
const AGE_PHRASES: [&str; 8] = [
    "digital native",
    "digital natives",
    "recent graduate",
    "recent graduates",
    "frisch von der uni",
    "frisch von der hochschule",
    "pas afgestudeerd",
    "net afgestudeerd",
];

/// The beginnings of words by which a question asks for what section 1 AGG protects, for a birth date, or for what an applicant may
/// keep to themselves: sex, family, pregnancy, health, belief, origin, union. In German, English and Dutch. What would find too much as a
/// beginning is a word or a phrase below. A warning too many (of somebody who nurses, about diseases; "alter" in English) is read and passed over.
const PERSONAL_STEMS: [&str; 64] = [
    // Age.
    "geburtsdat",
    "geburtsjahr",
    "geburtsort",
    "geburtstag",
    "geboren",
    "lebensalter",
    "altersangabe",
    "birth",
    "geboorte",
    // Sex and sexual identity.
    "geschlecht",
    "geslacht",
    "sexu",
    "seksu",
    // Family and pregnancy.
    "schwanger",
    "kinderwunsch",
    "kinderzahl",
    "kinderwens",
    "familienstand",
    "familienplan",
    "verheiratet",
    "ehepartner",
    "pregnan",
    "marital",
    "married",
    "zwanger",
    "getrouwd",
    "gehuwd",
    // Health and disability.
    "behinderung",
    "schwerbehinder",
    "gleichgestellt",
    "krankheit",
    "vorerkrank",
    "erkrank",
    "gesundheitszustand",
    "gesundheitlich",
    "disabilit",
    "illness",
    "disease",
    "handicap",
    "gehandicapt",
    "ziekte",
    "arbeidsongeschikt",
    "gezondheidstoestand",
    "gezondheidsklacht",
    // Belief.
    "religi",
    "konfession",
    "weltanschauung",
    "godsdienst",
    "geloofsovertuiging",
    "levensovertuiging",
    // Origin.
    "staatsangehörigkeit",
    "staatsbürgerschaft",
    "nationalität",
    "muttersprach",
    "nationality",
    "citizenship",
    "ethni",
    "etni",
    "nationaliteit",
    "moedertaal",
    // Union and party.
    "gewerkschaft",
    "parteizugehörigkeit",
    "parteimitglied",
    "vakbond",
];

/// The same as whole words: their beginnings begin others that ask for nothing personal (alternativ, agent, Kinderkrankenpflege).
const PERSONAL_WORDS: [&str; 16] = [
    "alter",
    "age",
    "leeftijd",
    "gender",
    "kinder",
    "children",
    "kinderen",
    "behindert",
    "disabled",
    "herkunft",
    "herkomst",
    "afkomst",
    "rasse",
    "race",
    "ras",
    "gesundheit",
];

/// The same in several words.
const PERSONAL_PHRASES: [&str; 18] = [
    "wie alt",
    "how old",
    "hoe oud",
    "ein kind",
    "a child",
    "een kind",
    "your health",
    "health problem",
    "health problems",
    "native speaker",
    "native speakers",
    "native language",
    "mother tongue",
    "trade union",
    "labour union",
    "labor union",
    "union member",
    "union membership",
];

/// What stands for a sex in (m/w/d), (f/m/x), (m/v/x) and their like.
const SEXES: [&str; 12] = ["m", "w", "f", "v", "h", "d", "x", "i", "a", "*", "divers", "diverse"];

/// Says in words that all are meant.
const ALL_MEANT: [&str; 5] = ["(gn)", "all genders", "alle genders", "alle geschlechter", "all gender"];

/// What to say of a posting before it is published: its title, its other texts, its questions, and its pay in words and as a range.
#[must_use]
pub fn warnings(title: &str, texts: &[&str], questions: &[Question], pay: &str, range: Option<PayRange>) -> Vec<Warning> {
    let marker = (!has_marker(title)).then_some(Warning::NoMarker);
    let asked = asked(questions);
    let age = age_words(&format!("{title}\n{}\n{asked}", texts.join("\n"))).into_iter().map(Warning::AgeWord);
    let personal = personal_words(&asked).into_iter().map(Warning::PersonalWord);
    let no_range = (range.is_none() && numbers(pay) < 2).then_some(Warning::NoPayRange);
    marker.into_iter().chain(age).chain(personal).chain(no_range).collect()
}

/// Whether a title says that all sexes are meant: three of them in a row, or words for it.
fn has_marker(title: &str) -> bool {
    let title = title.to_lowercase();
    let in_brackets = title.split(['(', '[']).skip(1).filter_map(|rest| rest.split([')', ']']).next());
    let sexes = |text: &str| {
        let parts: Vec<&str> = text.split(['/', '|', ',']).map(str::trim).collect();
        parts.len() >= 3 && parts.iter().all(|part| SEXES.contains(part))
    };
    ALL_MEANT.iter().any(|words| title.contains(words))
        || in_brackets.into_iter().any(sexes)
        || title.split_whitespace().any(sexes)
}

/// Each word that hints at age, once, in the order in which they come.
fn age_words(text: &str) -> Vec<String> {
    let hints = |word: &str| AGE_STEMS.iter().any(|stem| word.strip_prefix(stem).is_some_and(|rest| ENDINGS.contains(&rest)));
    named(text, &AGE_PHRASES, hints)
}

/// Everything that questions say.
fn asked(questions: &[Question]) -> String {
    let texts = questions.iter().flat_map(|question| [&question.text, &question.hint].into_iter().chain(&question.choices));
    texts.map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// Each word of a question that asks what is personal, once, in the order in which they come.
fn personal_words(asked: &str) -> Vec<String> {
    let personal = |word: &str| PERSONAL_WORDS.contains(&word) || PERSONAL_STEMS.iter().any(|stem| word.starts_with(stem));
    named(asked, &PERSONAL_PHRASES, personal)
}

/// Each of these phrases in a text and each word of which `hints` says so, once, in lower case, in the order in which they come.
fn named(text: &str, phrases: &[&'static str], hints: impl Fn(&str) -> bool) -> Vec<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut found: Vec<String> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let begins = |phrase: &str| phrase.split(' ').eq(words[at..].iter().take(phrase.split(' ').count()).copied());
        let phrase = phrases.iter().copied().find(|phrase| begins(phrase));
        let hint = phrase.or_else(|| hints(word).then_some(*word));
        if let Some(hint) = hint.filter(|hint| !found.iter().any(|known| known == hint)) {
            found.push(hint.to_owned());
        }
    }
    found
}

/// How many numbers stand in a text; a point or comma within one does not part it.
fn numbers(text: &str) -> usize {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    text.split(|c| !is_part(c)).filter(|piece| piece.bytes().any(|byte| byte.is_ascii_digit())).count()
}

#[cfg(test)]
mod tests {
    use super::super::PayPeriod;
    use super::*;

    const RANGE: &str = "58.000–76.000 Euro";

    #[test]
    fn nothing_is_said_of_a_posting_with_marker_and_range() {
        for (title, text, pay) in [
            ("Köchin oder Koch (m/w/d)", "Sie kochen für sechzig Gäste.", "2.900–3.300 Euro brutto im Monat"),
            ("Service technician (f/m/x)", "You keep heat pumps running.", "40,000–50,000 euros a year"),
            ("Monteur (m/v/x)", "Je houdt warmtepompen aan de gang.", "3.100 tot 3.900 euro per maand"),
        ] {
            assert_eq!(warnings(title, &[text], &[], pay, None), [], "{title}");
        }
    }

    #[test]
    fn a_title_without_a_marker_for_all_sexes_is_noticed() {
        let noticed = |title: &str| warnings(title, &[], &[], RANGE, None) == [Warning::NoMarker];
        for title in [
            "Koch",
            "Monteur (m/w)",
            "Technician (Leipzig/Halle/Dresden)",
            "Fahrer m/w",
            "Buyer (f/m)",
            "Kok (m/v)",
            "Ingenieurin (w)",
            "Softwareentwicklung (Rust/C/D)",
        ] {
            assert!(noticed(title), "{title} passed");
        }
        for title in [
            "Koch (m/w/d)",
            "Koch (w / m / d)",
            "Koch m/w/d",
            "Koch [M|W|D] in Leipzig",
            "Koch (m, w, d)",
            "Engineer (f/m/x), Leipzig",
            "Engineer (all genders)",
            "Leitung (gn)",
            "Pflege (m/w/divers)",
            "Kok (m/v/x)",
            "Kok (v/m/x)",
        ] {
            assert!(!noticed(title), "{title} was noticed");
        }
    }

    #[test]
    fn words_that_hint_at_age_are_named_once_each_in_three_languages() {
        let named = |text: &str| age_words(text).join(", ");
        assert_eq!(named("Unser junges Team sucht Dich. JUNGE Leute, junges Team!"), "junges, junge");
        assert_eq!(named("Für Berufsanfängerinnen und jüngere Jugendliche"), "berufsanfängerinnen, jüngere, jugendliche");
        assert_eq!(named("We are a young team of Digital Natives, younger at heart."), "young, digital natives, younger");
        assert_eq!(named("Wij zijn een jong team; jongeren en jeugdige types welkom."), "jong, jongeren, jeugdige");
        assert_eq!(named("You are a recent graduate, pas afgestudeerd"), "recent graduate, pas afgestudeerd");
        assert_eq!(named("Ein „junges“ Unternehmen (jung)."), "junges, jung");
    }

    #[test]
    fn words_that_only_begin_alike_hint_at_nothing() {
        for text in [
            "Stapler von Jungheinrich",
            "Jongleur im Zirkus",
            "die Verjüngung der Flotte",
            "Jungtiere",
            "Youngtimer",
            "recent",
            "",
        ] {
            assert_eq!(age_words(text), [] as [String; 0], "{text}");
        }
    }

    #[test]
    fn pay_without_a_range_is_noticed_whatever_words_it_has() {
        let noticed = |pay: &str, range| warnings("Koch (m/w/d)", &[], &[], pay, range) == [Warning::NoPayRange];
        for pay in ["", "nach Vereinbarung", "competitive", "marktconform", "ab 58.000 Euro", "TVöD 9b"] {
            assert!(noticed(pay, None), "{pay:?} passed");
            assert!(!noticed(pay, PayRange::new(1_550, 1_800, PayPeriod::Hour)), "{pay:?} with figures");
        }
        for pay in [RANGE, "€40,000 to €50,000", "15,50 bis 18 Euro die Stunde"] {
            assert!(!noticed(pay, None), "{pay:?} was noticed");
        }
    }

    #[test]
    fn a_question_for_what_is_personal_is_noticed_and_one_for_the_work_is_not() {
        let ask = |text: &str, choices: &[&str]| Question {
            kind: crate::question::QuestionKind::Short,
            text: text.to_owned(),
            hint: String::new(),
            required: false,
            choices: choices.iter().map(|&choice| choice.to_owned()).collect(),
        };
        for (question, word) in [
            (ask("Wann sind Sie geboren?", &[]), "geboren"),
            (ask("Familienstand", &["ledig", "verheiratet"]), "familienstand, verheiratet"),
            (ask("Are you a native speaker?", &[]), "native speaker"),
            (ask("Bent u lid van een vakbond?", &[]), "vakbond"),
        ] {
            let named: Vec<Warning> = word.split(", ").map(|word| Warning::PersonalWord(word.to_owned())).collect();
            assert_eq!(warnings("Koch (m/w/d)", &[], &[question], RANGE, None), named);
        }
        let about_age = warnings("Koch (m/w/d)", &[], &[ask("Sind Sie jung?", &[])], RANGE, None);
        assert_eq!(about_age, [Warning::AgeWord("jung".to_owned())]);
        let work = ask("Welche Führerscheinklassen haben Sie, und seit wann?", &["B", "C1E"]);
        assert_eq!(warnings("Koch (m/w/d)", &["Gesundheit ist uns wichtig."], &[work], RANGE, None), []);
    }

    #[test]
    fn personal_words_and_phrases_are_noticed_in_three_languages() {
        for (asked, word) in [
            ("Sind Sie schwerbehindert?", "schwerbehindert"),
            ("Schwerbehinderung", "schwerbehinderung"),
            ("Haben Sie eine Behinderung?", "behinderung"),
            ("Are you disabled?", "disabled"),
            ("Any disabilities?", "disabilities"),
            ("Bent u gehandicapt?", "gehandicapt"),
            ("Vorerkrankungen", "vorerkrankungen"),
            ("Waren Sie länger erkrankt?", "erkrankt"),
            ("How is your health?", "your health"),
            ("Wie ist Ihr Gesundheitszustand?", "gesundheitszustand"),
            ("Wie alt sind Sie?", "wie alt"),
            ("Alter", "alter"),
            ("Ihr Geburtsdatum", "geburtsdatum"),
            ("How old are you?", "how old"),
            ("Age", "age"),
            ("Date of birth", "birth"),
            ("Birthday", "birthday"),
            ("Leeftijd", "leeftijd"),
            ("Hoe oud bent u?", "hoe oud"),
            ("Geboortedatum", "geboortedatum"),
            ("Haben Sie Kinder?", "kinder"),
            ("Do you have children?", "children"),
            ("Hebt u kinderen?", "kinderen"),
            ("Sind Sie schwanger?", "schwanger"),
            ("Are you pregnant?", "pregnant"),
            ("Bent u zwanger?", "zwanger"),
            ("Which religion?", "religion"),
            ("Mother tongue", "mother tongue"),
            ("Ihre Muttersprache", "muttersprache"),
            ("Nationality", "nationality"),
            ("Are you in a trade union?", "trade union"),
            ("Are you a union member?", "union member"),
            ("Sind Sie in der Gewerkschaft?", "gewerkschaft"),
            ("Welches Geschlecht haben Sie?", "geschlecht"),
            ("Gender", "gender"),
            ("Uw seksuele gerichtheid", "seksuele"),
        ] {
            assert_eq!(personal_words(asked), [word], "{asked}");
        }
    }

    #[test]
    fn words_that_only_begin_like_personal_ones_are_not_noticed() {
        for asked in [
            "How long have you worked with React Native?",
            "Native apps for Android",
            "May you work in the European Union?",
            "Sind Sie Gesundheits- und Krankenpfleger?",
            "Gesundheitswesen",
            "Years in healthcare",
            "Average size of your projects",
            "Alternativ: wann sonst?",
            "Which alterations have you led?",
            "Have you worked as an agent, or for an agency?",
            "Agenda",
            "Kinderkrankenpflege",
            "Kindergarten",
            "Unionsrecht",
            "Kinderopvang",
            "What kind of lifts?",
            "Health and safety certificate",
            "Altersheim",
            "Erfahrung in der Geburtshilfe?",
            "Haben Sie in der Behindertenhilfe gearbeitet?",
            "How would you disable a feature flag?",
            "",
        ] {
            assert_eq!(personal_words(asked), [] as [String; 0], "{asked}");
        }
    }
}
