//! Dutch.

use super::Key;

pub(super) const fn text(key: Key) -> &'static str {
    match key {
        // Shared
        Key::ProductName => "Ablauf",
        // Stages
        Key::StageReceived => "Ontvangen",
        Key::StageReview => "In beoordeling",
        Key::StageInterview => "Gesprek",
        Key::StageReserve => "Reserve",
        Key::StageOffer => "Aanbod",
        // Outcomes
        Key::OutcomeNone => "Nog niet beslist",
        Key::OutcomeHired => "Aangenomen",
        Key::OutcomeRejected => "Afgewezen",
        Key::OutcomeWithdrawn => "Teruggetrokken",
        // Posting states
        Key::PostingDraft => "Concept",
        Key::PostingOpen => "Open",
        Key::PostingIntakeClosed => "Aanmelding gesloten",
        Key::PostingClosed => "Afgesloten",
        Key::PostingArchived => "Gearchiveerd",
        // Employments
        Key::EmploymentFullTime => "Voltijd",
        Key::EmploymentPartTime => "Deeltijd",
        Key::EmploymentApprenticeship => "Leerwerkplek",
        // Sections of an application
        Key::SectionContact => "Contactgegevens",
        Key::SectionCv => "Cv",
        Key::SectionLetter => "Motivatiebrief",
        Key::SectionAnswers => "Antwoorden",
        Key::AnswersTitle => "Antwoorden op de vragen van de vacature",
        Key::AnswerNone => "Niet beantwoord",
        Key::AnswerFile => "Een bestand; het staat bij de documenten",
        Key::DocumentAnswers => "Antwoord op: {}",
        Key::SectionDocuments => "Overige documenten",
        Key::SectionDisability => "Ernstige handicap",
        Key::SectionRedacted => "Kopie zonder namen",
        Key::SectionComments => "Opmerkingen van anderen",
        Key::SectionNotes => "Notities van HR",
        // Roles
        Key::RoleHr => "HR",
        Key::RoleHead => "Afdelingshoofd",
        Key::RolePanel => "Lid van de selectiecommissie",
        Key::RoleWorksCouncil => "Ondernemingsraad",
        Key::RoleRepresentative => "Vertegenwoordiging van medewerkers met een handicap",
        Key::RolePrivacy => "Functionaris gegevensbescherming",
        Key::RoleAdmin => "Beheer",
        Key::RoleAccounting => "Boekhouding",
        // Why a release ended, after a date and a colon
        Key::EndedRevoked => "door HR ingetrokken",
        Key::EndedExpired => "de laatste dag is voorbij",
        Key::EndedRejected => "afgewezen",
        Key::EndedWithdrawn => "door de sollicitant teruggetrokken",
        Key::EndedProcedureClosed => "de procedure is afgesloten",
        Key::EndedDeputyship => "uw waarneming is voorbij",
        // Languages, each by its own name
        Key::LanguageDe => "Deutsch",
        Key::LanguageEn => "English",
        Key::LanguageNl => "Nederlands",
        // Fields of the application form
        Key::FieldFirstName => "Voornaam",
        Key::FieldLastName => "Achternaam",
        Key::FieldEmail => "E-mailadres",
        Key::FieldPhone => "Telefoon",
        Key::FieldMessage => "Bericht",
        Key::FieldHomepage => "Homepage",
        Key::HintHomepage => "Laat dit veld leeg.",
        Key::FieldDisability => "Ernstige handicap",
        Key::FieldNoRepresentative => "Zonder de vertegenwoordiging",
        Key::FieldNotice => "Privacyverklaring",
        Key::FieldCv => "Cv",
        Key::FieldDocuments => "Overige documenten",
        Key::MissingFirstName => "Vul uw voornaam in",
        Key::MissingLastName => "Vul uw achternaam in",
        Key::MissingEmail => "Vul uw e-mailadres in",
        // Problems of a field; {} is the name of the field, or the limit
        Key::ProblemMissing => "‘{}’ is nog leeg",
        Key::ProblemTooLong => "‘{}’ mag hooguit {} tekens lang zijn",
        Key::ProblemNotText => "‘{}’ bevat tekens die niet weer te geven zijn; typ de tekst met de hand in",
        Key::ProblemNotAnEmail => "Vul een e-mailadres in zoals naam@example.org",
        Key::ProblemNotAPhone => "Vul een telefoonnummer in zoals +31 30 555 01 23, of laat dit veld leeg",
        Key::ProblemNoticeUnread => "Vink aan dat u de privacyverklaring hebt gelezen",
        Key::ProblemFileMissing => "Kies uw cv als bestand",
        Key::ProblemFileEmpty => "Het bestand is leeg. Kies er een waar uw cv in staat.",
        Key::ProblemFileTooLarge => {
            "Het bestand is te groot: hooguit {}. Een pdf in normale kwaliteit is bijna altijd klein genoeg."
        }
        Key::ProblemFileUnrecognised => "Kies een PDF-, DOCX- of ODT-bestand. Dit is geen van drieën, hoe de naam ook eindigt.",
        Key::ProblemFileDamaged => "Het bestand is afgebroken of beschadigd. Sla het opnieuw op en kies het dan nog een keer.",
        Key::ProblemPictureTooLarge => "De afbeelding is te groot: hooguit {} pixels aan elke zijde",
        Key::ProblemTooFaint => {
            "Tekst in deze kleur is niet te lezen: ze haalt een contrast van {} op 1, en {} op 1 is nodig. Een donkerdere van \
             dezelfde tint voldoet: {}"
        }
        Key::ProblemFileAgain => "Kies uw cv nog een keer. Browsers onthouden een gekozen bestand niet als een pagina terugkomt.",
        Key::ProblemNoFile => "Kies een bestand",
        Key::ProblemEmptyFile => "Het bestand is leeg. Kies een ander.",
        Key::ProblemThatFileAgain => "Kies het bestand nog een keer als u er een had gekozen: een browser onthoudt het niet",
        Key::ProblemTooMany => "Kies hooguit {} bestanden",
        Key::DocumentsUnrecognised => "Een van de bestanden is geen pdf, docx, odt, png of jpeg, wat de naam ook zegt",
        Key::DocumentsDamaged => "Een van de bestanden is afgebroken of beschadigd",
        Key::DocumentsEmpty => "Een van de bestanden is leeg",
        Key::DocumentsAgain => "Kies ook de overige documenten opnieuw, als u die had gekozen: een browser bewaart ze niet",
        Key::AnswerAgain => "Kies het bestand bij ‘{}’ opnieuw, als u er een had gekozen: een browser bewaart het niet",
        Key::AnswerUnrecognised => "Het bestand bij “{}” is geen pdf, docx, odt, png of jpeg, wat de naam ook zegt",
        Key::AnswerDamaged => "Het bestand bij “{}” is afgebroken of beschadigd",
        Key::AnswerEmpty => "Het bestand bij “{}” is leeg",
        Key::ProblemNoMatch => "E-mailadres en wachtwoord horen niet bij elkaar",
        Key::ProblemNotAChoice => "Kies bij ‘{}’ een van de aangeboden antwoorden",
        Key::ProblemNotHttps => "Een adres begint met https://",
        Key::ProblemNotStored => "Er kon nu niets worden opgeslagen. Verstuur het over een paar minuten nog eens.",
        Key::ProblemSentBefore => "Kies uw cv nog een keer als u dit als een andere sollicitatie wilt versturen.",
        Key::ProblemNotEmpty => {
            "Laat ‘{}’ leeg: het veld is er alleen voor programma’s. Als uw browser het heeft ingevuld, maak het dan leeg en \
             verstuur het formulier nog eens"
        }
        Key::ProblemNothingStated => {
            "Zonder opgegeven handicap wordt niemand ingelicht. Vink ook de verklaring hierboven aan, of haal dit vinkje weg"
        }
        Key::ProblemTooShort => "‘{}’ moet minstens {} tekens lang zijn",
        Key::ProblemTaken => "‘{}’: dit is al in gebruik",
        Key::ProblemAlone => {
            "De opgave van een ernstige handicap wordt alleen apart vrijgegeven: vink al het andere uit, of laat haar weg"
        }
        Key::ProblemNotADate => "Vul bij ‘{}’ een datum in met dag, maand en jaar",
        Key::ProblemNotANumber => "Vul een geheel getal van {} tot en met {} in bij ‘{}’",
        Key::ProblemTooEarly => "‘{}’: deze datum is te vroeg",
        Key::ProblemTooLate => "‘{}’: deze datum is te laat",
        Key::ProblemNoNumber => "Vul bij ‘{}’ een getal in, zoals 1200 of 37,5",
        Key::ProblemNotSoMany => "‘{}’: geef {} tot {} mogelijkheden, elk op een eigen regel",
        Key::ProblemTwice => "‘{}’ noemt twee keer hetzelfde",
        // Error summary
        Key::ProblemsTitleOne => "Er is nog niets verstuurd: één punt vraagt uw aandacht",
        Key::ProblemsTitleMany => "Er is nog niets verstuurd: {} punten vragen uw aandacht",
        Key::ProblemsNoneLeft => "Alles is in orde gebracht. Verstuur het formulier nog eens.",
        Key::ErrorTitle => "Fout: {}",
        // Fields
        Key::Optional => "(niet verplicht)",
        Key::ApplicantCanRead => "De sollicitant kan dit lezen.",
        // Dates that run
        Key::DueToday => "vandaag",
        Key::DueTomorrow => "morgen",
        Key::DueInDays => "over {} dagen",
        Key::DueOverdueOne => "1 dag te laat",
        Key::DueOverdueMany => "{} dagen te laat",
        Key::At => "{} om {} uur",
        // Frame
        Key::SkipToContent => "Naar de inhoud",
        Key::DemoLabel => "Demonstratie",
        Key::DemoText => "Demonstratie: de personen zijn verzonnen. Voer niets over echte personen in.",
        Key::NavDesk => "Werkplek",
        Key::NavMenu => "Menu",
        Key::NavStart => "Start",
        Key::NavApplications => "Sollicitaties",
        Key::NavPostings => "Vacatures",
        Key::NavRetention => "Bewaartermijnen",
        Key::NavEmployees => "Medewerkers",
        Key::NavPapers => "Bewijsstukken",
        Key::NavPool => "Talentpool",
        Key::NavEvidence => "Toestemmingen",
        Key::NavRequests => "Verzoeken",
        Key::NavAudit => "Journaal",
        Key::NavPeople => "Personen",
        Key::SignOut => "Uitloggen",
        // End of shared
        // Careers site
        // Frame of the site
        Key::NavSite => "Onderdelen",
        Key::NavAbout => "Over deze site",
        Key::NavOpenPostings => "Vacatures",
        Key::NavMyApplication => "Mijn sollicitatie",
        Key::NavNotice => "Privacyverklaring",
        Key::NavImprint => "Colofon",
        Key::NavStaff => "Inloggen voor medewerkers",
        Key::FooterText => "{}. Twee cookies, geen trackers. Draait op Ablauf, dat op tijd vergeet.",
        Key::SetLanguage => "Taal wijzigen",
        // Open postings
        Key::HomeHeading => "Werken bij {}",
        Key::HomeLead => {
            "U solliciteert in een paar minuten, zonder account. Is een procedure afgelopen, dan vergeten we wat u ons stuurde, \
             en dat kunnen we aantonen."
        }
        Key::HomeEmptyTitle => "Er staat vandaag geen vacature open",
        Key::HomeEmptyText => {
            "Nieuwe vacatures staan het eerst hier. Hebt u al gesolliciteerd, dan loopt uw sollicitatie gewoon door."
        }
        Key::SeeMyApplication => "Bekijken hoe het met mijn sollicitatie staat",
        Key::HomeFilters => "Verfijnen",
        Key::EveryDepartment => "Alle afdelingen",
        Key::EveryPlace => "Alle plaatsen",
        Key::EveryKind => "Elk dienstverband",
        Key::OpeningsAllOne => "Er staat één vacature open",
        Key::OpeningsAllMany => "Er staan {} vacatures open",
        Key::OpeningsSome => "{} van {} openstaande vacatures",
        Key::OpeningsNoneTitle => "Geen openstaande vacature past bij dat alles",
        Key::OpeningsNoneText => "Elke keuze verfijnt de lijst verder. Laat er een weg, of bekijk alles wat openstaat.",
        Key::OpeningsShowAll => "Alle openstaande vacatures tonen",
        Key::FeedLink => "Nieuwe vacatures als feed",
        Key::ApplyUntilThen => "Solliciteren kan tot en met die dag",
        Key::LastDaysToApply => "Nog maar een paar dagen",
        Key::LastDayToApply => "Vandaag is de laatste dag",
        // One posting
        Key::JobFacts => "In het kort",
        Key::JobApplyBy => "Solliciteren t/m",
        Key::JobDepartment => "Afdeling",
        Key::JobPlace => "Plaats",
        Key::JobKind => "Soort",
        Key::JobPay => "Salaris",
        Key::JobAnswer => "Antwoord",
        Key::JobAnswerOne => "binnen een dag",
        Key::JobAnswerMany => "binnen {} dagen",
        Key::JobAnswerBy => "Solliciteert u vandaag, dan hoort u uiterlijk op {} van ons.",
        Key::AnswerBy => "U hoort uiterlijk op {} van ons.",
        Key::JobSeats => "Aantal plaatsen",
        Key::JobApply => "Op deze vacature solliciteren",
        Key::WhatNext => "Hoe het verdergaat",
        Key::JobQuestions => "Eerst nog vragen?",
        Key::JobAsked => "Wat het formulier verder vraagt",
        Key::ApplyQuestions => "Vragen over deze functie",
        Key::AnswerChoiceNone => "Geen antwoord",
        Key::HintNumber => "Een getal, zoals 1200 of 37,5",
        Key::HintFile => "PDF, DOCX, ODT, PNG of JPEG, hooguit {}.",
        Key::JobQuestionsNote => "Vragen is nog niet solliciteren.",
        Key::JobData => "Wat er met uw gegevens gebeurt",
        Key::JobDataText => {
            "Bij binnenkomst verzegeld. Eerst kan alleen HR ze openen; de afdeling ziet wat HR vrijgeeft. Daarna worden ze \
             vergeten:"
        }
        Key::CourseApply => "U solliciteert",
        Key::CourseApplyWhen => "vandaag of later",
        Key::CourseUntil => "Solliciteren kan tot en met",
        Key::CourseClosedBy => "Procedure afgesloten uiterlijk op",
        Key::CourseClosedOn => "Procedure afgesloten op",
        Key::CourseErased => "Alles gewist vanaf",
        Key::ReadNotice => "Lees de privacyverklaring",
        // A posting that no longer takes applications
        Key::JobGoneTitle => "Niet meer open",
        Key::JobGoneHeading => "Op deze vacature kunt u niet meer solliciteren",
        Key::JobGoneLead => "Hebt u gesolliciteerd, dan loopt uw sollicitatie gewoon door.",
        Key::JobGoneUntil => "Solliciteren kon tot en met {}.",
        Key::JobGoneOthers => "Vandaag open",
        // Application form
        Key::ApplyTitle => "Solliciteren: {}",
        Key::ApplyHeading => "Solliciteren op ‘{}’",
        Key::ApplyLead => "Ongeveer vijf minuten, zonder account. U hebt uw cv als bestand nodig.",
        Key::HintEmail => "We schrijven u alleen over deze sollicitatie.",
        Key::HintPhone => "Als u liever gebeld wordt.",
        Key::HintMessage => "Waarom u, waarom wij? Een paar zinnen zijn genoeg. Hooguit {} tekens.",
        Key::DisabilityHint => {
            "U mag dit opgeven of weglaten; weglaten heeft geen nadeel. Het wordt apart van al het andere verzegeld."
        }
        Key::DisabilityBox => "Ik heb een ernstige handicap of word daarmee gelijkgesteld",
        Key::DisabilityBoxHint => {
            "Dan moet de werkgever de vertegenwoordiging van ernstig gehandicapten en de ondernemingsraad meteen over uw \
             sollicitatie inlichten (§ 164 lid 1 SGB IX). Afdelingshoofden zien het alleen als HR het apart vrijgeeft."
        }
        Key::NoRepresentativeBox => "De vertegenwoordiging van ernstig gehandicapten erbuiten laten",
        Key::NoRepresentativeBoxHint => "Alleen samen met de opgave hierboven. De ondernemingsraad wordt wel ingelicht.",
        Key::HintCv => "Pdf, docx of odt, tot {}.",
        Key::HintDocuments => "Diploma’s, getuigschriften: pdf, docx, odt, png of jpeg, tot {} bestanden van elk {}.",
        Key::NoticeInShort => "De privacyverklaring in het kort",
        Key::NoticeShortUse => {
            "{} gebruikt wat u opgeeft alleen om deze sollicitatie te behandelen en erover te beslissen (art. 6 lid 1 onder b \
             AVG en, voor zover van toepassing, § 26 lid 1 en lid 8 tweede zin BDSG). Eerst ziet alleen HR uw gegevens; tijdens \
             de procedure ook het hoofd van de betrokken afdeling, voor zover HR ze vrijgeeft."
        }
        Key::NoticeShortEnd => {
            "Alles wordt uiterlijk {} gewist. U kunt vragen om inzage, rectificatie, wissing, beperking en een kopie, bezwaar maken \
             en een klacht indienen bij een autoriteit. Geen enkele beslissing wordt door een machine genomen."
        }
        // A period; in German the accusative
        Key::MonthsOne => "één maand",
        Key::MonthsMany => "{} maanden",
        Key::NoticeWhole => "De volledige verklaring, in een nieuw tabblad",
        Key::NoticeBox => "Ik heb de privacyverklaring gelezen",
        Key::NoticeBoxHint => {
            "Dit is geen toestemming; het legt vast dat u bent geïnformeerd. Zolang u dit niet aanvinkt en verstuurt, wordt er \
             niets opgeslagen."
        }
        Key::ApplySealed => {
            "Wat u verstuurt, wordt bij binnenkomst verzegeld. Eerst kan alleen HR van {} het openen, en vanaf {} niemand meer."
        }
        Key::ApplySend => "Sollicitatie versturen",
        Key::FileAgainTitle => "Nog één ding: uw cv",
        Key::TypedKept => "Wat u hebt ingevuld, staat er nog.",
        Key::NotStoredNote => "Van u is niets opgeslagen, ook niet gedeeltelijk. Wat u hebt ingevuld, staat er nog.",
        Key::NotStoredCv => "Kies uw cv nog een keer en verstuur het formulier over een paar minuten",
        Key::SentBeforeTitle => "Dit formulier is al eens verstuurd",
        Key::SentBeforeNote => {
            "Wat het eerst is verstuurd, is aangekomen en blijft zoals het was. Wat hier nu staat, is niet verstuurd. Moet het een andere \
             sollicitatie zijn, verstuur het dan nog een keer; zo niet, dan hoeft u niets te doen."
        }
        Key::HeldBackTitle => "Uw sollicitatie is nog niet verstuurd",
        Key::HeldBackNote => {
            "Op dit moment komen veel formulieren binnen zonder teken dat een mens ze met een browser heeft verstuurd. Met \
             JavaScript geeft uw browser dat teken vanzelf: verstuur het formulier nog eens. Zonder JavaScript wacht u \
             alstublieft even. Van u is niets opgeslagen, en wat u hebt ingevuld, staat er nog."
        }
        Key::HeldBackOne => "Kies uw cv nog een keer en verstuur het formulier over één minuut",
        Key::HeldBackMany => "Kies uw cv nog een keer en verstuur het formulier over {} minuten",
        // While an application is sent
        Key::SendingTitle => "Uw sollicitatie wordt verstuurd",
        Key::SendingProgress => "{} van {}, bij binnenkomst verzegeld.",
        Key::SendingSeconds => "Nog ongeveer {} seconden.",
        Key::SendingArrived => "Alles is binnen. De bevestiging volgt meteen.",
        Key::SendingHint => "Als u annuleert, blijft er bij ons niets achter. Wat u hebt ingevuld, blijft op deze pagina staan.",
        Key::SendingCancel => "Annuleren",
        Key::CancelledTitle => "Geannuleerd",
        Key::CancelledText => "Er is niets verstuurd. Wat u hebt ingevuld en het gekozen bestand staan er nog.",
        Key::BrokenTitle => "De verbinding is weggevallen",
        Key::BrokenText => {
            "Wat u hebt ingevuld en het gekozen bestand staan er nog. Controleer uw verbinding en verstuur opnieuw; ook dubbel \
             verstuurd blijft het één sollicitatie."
        }
        Key::FileStillChosen => "Het gekozen bestand is nog geselecteerd.",
        // Receipt
        Key::ReceiptHeading => "We hebben uw sollicitatie",
        Key::ReceiptCode => "Uw ontvangstcode",
        Key::ReceiptKeep => "Noteer hem of print deze pagina: hij is maar tien minuten te zien.",
        Key::ReceiptWhy => {
            "Hiermee ziet u hoe het met uw sollicitatie staat. Wij bewaren geen kopie die we u zouden kunnen voorlezen."
        }
        Key::CertificateNumber => "Wisbewijs nr.",
        Key::ErasedFrom => "Gewist vanaf",
        Key::ReceiptNextRead => "HR leest uw sollicitatie.",
        Key::ReceiptNextRelease => {
            "Moet een afdeling meelezen, dan geeft HR haar afzonderlijke delen vrij, voor een bepaalde tijd."
        }
        Key::ReceiptNextStatus => "Onder ‘Mijn sollicitatie’ ziet u elke stap en elke datum die verschuift.",
        Key::ReceiptNextErased => "Vanaf {} is er niets leesbaars meer, ook niet in back-ups. Het wisbewijs toont dat aan.",
        Key::ReceiptOthers => "Andere vacatures",
        Key::WhoToTurnTo => "Bij wie u terechtkunt",
        Key::PrivacyOfficerIs => "Functionaris gegevensbescherming: {}",
        Key::ComplainTo => "U kunt ook een klacht indienen bij: {}",
        // Status by receipt code
        Key::StatusHeading => "Hoe het met uw sollicitatie staat",
        Key::StatusLead => {
            "Uw ontvangstcode opent de stand, de datums en wie uw sollicitatie wanneer heeft geopend. Wat u hebt gestuurd, \
             wordt niet getoond."
        }
        Key::StatusCode => "Ontvangstcode",
        Key::StatusCodeHint => {
            "Vier groepjes van vier, bijvoorbeeld KR4N-7F4M-9QXD-2HBE. Kleine letters en ontbrekende streepjes zijn geen \
             probleem. Is alles gewist, dan werkt hier ook het nummer van het wisbewijs."
        }
        Key::StatusShow => "Mijn sollicitatie tonen",
        Key::StatusLost => {
            "Code kwijt? Schrijf naar degenen die in de privacyverklaring staan, vanaf het adres waarmee u solliciteerde."
        }
        Key::CodeHeading => "Alles zien en wijzigen",
        Key::CodeLead => {
            "Wij mailen een code naar het adres waarmee u hebt gesolliciteerd. Daarmee leest u alles wat over u wordt \
             bewaard, neemt u het mee, corrigeert u het, trekt u zich terug of laat u het wissen."
        }
        Key::CodeSend => "Mail mij een code",
        Key::CodeNoMail => {
            "Dit huis verstuurt geen e-mails. Schrijf aan wie in de privacyverklaring staat; daar wordt nagegaan dat u het \
             bent."
        }
        Key::CodeSentHeading => "Kijk in uw postvak",
        Key::CodeSentLead => {
            "Wordt er onder het adres iets bewaard, dan is een code van acht cijfers daarheen onderweg; is er niets, dan zegt \
             de mail dat. De code geldt {} minuten."
        }
        Key::CodeField => "Code uit de mail",
        Key::CodeFieldHint => "Acht cijfers, bijvoorbeeld 4711 0815.",
        Key::CodeShow => "Tonen wat er over mij is",
        Key::CodeNone => {
            "Na enkele minuten niets? Kijk bij de ongewenste e-mails en controleer het adres. Naar één adres gaan hoogstens \
             {} codes per uur."
        }
        Key::CodeAgain => "Een andere code laten sturen",
        Key::CodeWrong => "Deze code opent niets",
        Key::CodeWrongText => {
            "Controleer de cijfers. Een code geldt één keer en {} minuten lang, en de laatste die voor deze browser is \
             aangevraagd telt."
        }
        Key::CodeTooMany => "Te veel pogingen",
        Key::CodeTooManyText => "Met deze code opent voorlopig niets meer. Laat over een uur een andere sturen.",
        Key::CodeHeldBack => "Vanaf de plek waar u bent zijn te veel codes aangevraagd. Probeer het later nog eens.",
        Key::OwnListTitle => "Uw sollicitaties",
        Key::OwnListLead => "Alles wat onder uw adres wordt bewaard. Elke heeft een eigen datum en een eigen wisbewijs.",
        Key::OwnLeave => "Afmelden",
        Key::OwnLeaveText => "Na een uur sluit deze pagina vanzelf.",
        Key::OwnTitle => "Wat over u wordt bewaard",
        Key::OwnMadeAt => "Kopie van {}.",
        Key::OwnAlong => "Meenemen",
        Key::OwnAlongText => {
            "Eén bestand met alles: een pagina om te lezen, uw documenten zoals u ze hebt verstuurd, en de gegevens in een \
             vorm die programma’s lezen."
        }
        Key::OwnAlongAll => "Alles (ZIP)",
        Key::OwnAlongSupplied => "Alleen wat ik heb verstuurd (ZIP)",
        Key::OwnAlongHint => "Alleen wat u hebt verstuurd is bedoeld voor een andere werkgever of dienst (art. 20 AVG).",
        Key::OwnCan => "Wat u kunt doen",
        Key::OwnHeld => "Ze wordt na haar datum bewaard voor een rechtsvordering en verdwijnt zodra die is afgehandeld.",
        Key::OwnSent => "Wat u hebt verstuurd",
        Key::OwnRemarks => "Wat over u is geschreven",
        Key::OwnRemarksNone => "Over u is niets geschreven.",
        Key::OwnRemarksUnchecked => {
            "Er zijn notities of opmerkingen. Voordat u ze leest, kijkt een mens of er iets over anderen in staat (art. 15 \
             lid 4 AVG)."
        }
        Key::OwnRemarksAsked => "U hebt om notities en opmerkingen gevraagd. Uiterlijk op {} hebt u ze.",
        Key::OwnRemarksAsk => "Om notities en opmerkingen vragen",
        Key::OwnRemarksAskText => {
            "Binnen een maand leest u hier wat over u is geschreven. Wat iets over een ander zou zeggen blijft weg, en dat \
             krijgt u te horen."
        }
        Key::OwnRemarksSend => "Erom vragen",
        Key::OwnReason => "Reden van de beslissing",
        Key::OwnRedacted => "zonder anderen",
        Key::OwnWithheld => "achtergehouden",
        Key::OwnRecipients => "Wie ze heeft ontvangen",
        Key::OwnRecipientsText => "Naast personeelszaken, dat elke sollicitatie vanaf binnenkomst ziet.",
        Key::OwnRecipientsNone => "Niemand behalve personeelszaken, dat elke sollicitatie vanaf binnenkomst ziet.",
        Key::OwnWho => "Wie",
        Key::OwnReceived => "Wat",
        Key::OwnFrom => "Van",
        Key::OwnUntil => "Tot",
        Key::OwnDepartment => "Hoofd van {}",
        Key::OwnRequests => "Wat u hebt gevraagd",
        Key::OwnAnswerBy => "Het wordt uiterlijk op {} beantwoord.",
        Key::OwnAnswered => "{}: {}",
        Key::OwnInformation => "Wat u moet weten",
        Key::RequestInformation => "Inzage",
        Key::RequestCorrection => "Rectificatie",
        Key::RequestErasure => "Wissing",
        Key::RequestRestriction => "Beperking",
        Key::RequestPortability => "Gegevens om mee te nemen",
        Key::RequestObjection => "Bezwaar",
        Key::ReplyGranted => "gedaan zoals u vroeg",
        Key::ReplyRefused => "niet gedaan",
        Key::OwnErase => "nu geblokkeerd en binnen een dag gewist",
        Key::OwnKeepForDefence => {
            "nu geblokkeerd en op de datum hierboven gewist. Tot dan is ze nodig om een vordering te beantwoorden (art. 17 \
             lid 3 onder e AVG, § 15 lid 4 AGG)"
        }
        Key::OwnKeepForClaim => {
            "nu geblokkeerd en gewist zodra een vordering die haar nodig heeft is afgehandeld (art. 17 lid 3 onder e AVG)"
        }
        Key::OwnKeepRestricted => "nu geblokkeerd; ze blijft zolang u dat wilt, door de beperking waarom u hebt gevraagd",
        Key::OwnAskFirst => "u bent aangenomen: eerst spreekt iemand met u",
        Key::OwnCorrect => "Iets corrigeren",
        Key::OwnCorrectText => "Het geldt meteen. Wat er eerst stond blijft in de geschiedenis, zo lang als de sollicitatie.",
        Key::OwnCorrectElse => "Er klopt iets anders niet",
        Key::OwnCorrectElseHint => {
            "Bijvoorbeeld in documenten of antwoorden: een mens corrigeert het en antwoordt binnen een maand."
        }
        Key::OwnCorrectSend => "Opslaan",
        Key::AddressChange => "Het e-mailadres wijzigen",
        Key::AddressOwnText => {
            "Naar het nieuwe adres gaat een code. Zodra u die hebt getoond, geldt het voor al uw sollicitaties, en het oude \
             adres krijgt bericht."
        }
        Key::AddressNew => "Nieuw e-mailadres",
        Key::AddressUnreached => "Bereiken mails u niet?",
        Key::AddressText => {
            "Misschien was het adres verkeerd getypt. Naar het juiste gaat een code; zodra u die hebt getoond, geldt dat \
             adres."
        }
        Key::OwnWithdraw => "De sollicitatie intrekken",
        Key::OwnWithdrawText => "U doet niet verder mee. Alles blijft tot zijn datum, tenzij u het ook laat wissen.",
        Key::OwnWithdrawSend => "Intrekken",
        Key::OwnRestrict => "Ze niet verder laten gebruiken",
        Key::OwnRestrictText => {
            "Het geldt meteen: de sollicitatie verdwijnt uit elke lijst en wordt alleen nog gelezen voor een doel van de wet \
             (art. 18 AVG). Voordat dat eindigt hoort u het."
        }
        Key::OwnRestrictAll => "Ze is op elke grond beperkt.",
        Key::OwnRestrictSend => "Beperken",
        Key::OwnGround => "Waarom?",
        Key::OwnGroundAccuracy => "Er klopt iets niet, dat eerst moet worden nagegaan",
        Key::OwnGroundUnlawful => "Ze mag niet worden gebruikt, maar ik wil haar niet laten wissen",
        Key::OwnGroundClaim => "Ik heb haar nodig voor een eigen rechtsvordering",
        Key::OwnWords => "Wat u erover wilt zeggen",
        Key::OwnObject => "Bezwaar maken",
        Key::OwnObjectText => {
            "Tot een mens ernaar heeft gekeken, worden uw gegevens niet verder gebruikt (art. 21 en 18 lid 1 onder d AVG)."
        }
        Key::OwnObjectWords => "Wat er in uw situatie tegen pleit",
        Key::OwnObjectSend => "Bezwaar maken",
        Key::OwnErasure => "Ze laten wissen",
        Key::OwnErasureText => {
            "Ze wordt meteen geblokkeerd. Is er nog niet over beslist, dan is ze binnen een dag gewist; anders op haar datum, \
             en u hoort waarom. Dit is niet terug te draaien."
        }
        Key::OwnErasureWhich => "Welke?",
        Key::OwnErasureThis => "Deze",
        Key::OwnErasureAll => "Al de mijne",
        Key::OwnErasureSend => "Wissen",
        Key::MailGreeting => "Goedendag,",
        Key::MailReceipt => "Uw sollicitatie is ontvangen",
        Key::MailReceiptText => "uw sollicitatie bij {} is ontvangen.",
        Key::MailNews => "Er is nieuws over uw sollicitatie",
        Key::MailNewsText => "er is nieuws over uw sollicitatie bij {}.",
        Key::MailEnded => "De procedure is afgelopen",
        Key::MailEndedText => {
            "de procedure waarin u bij {} hebt gesolliciteerd, is afgelopen. Er is daarin geen beslissing over uw sollicitatie \
             vastgelegd."
        }
        Key::MailMoved => "De wisdatum is gewijzigd",
        Key::MailMovedText => "alles wat bij uw sollicitatie bij {} hoort, wordt nu bewaard tot en met {} en daarna gewist.",
        Key::MailAnswered => "Uw verzoek is beantwoord",
        Key::MailAnsweredText => "wat u {} over uw gegevens hebt gevraagd, is beantwoord.",
        Key::MailAnsweredWhere => {
            "Het antwoord leest u daar, nadat een code die u wordt gemaild heeft getoond dat u het bent:\n{}"
        }
        Key::MailChanged => "Uw adres is gewijzigd",
        Key::MailChangedText => {
            "iemand heeft het adres laten wijzigen dat {} van u bewaart. Vanaf nu gaan mails naar een ander adres."
        }
        Key::MailChangedNotYou => {
            "Was u het, dan hoeft u niets te doen. Was u het niet, zeg het dan meteen aan wie daar worden genoemd:\n{}"
        }
        Key::MailErased => "Uw sollicitatie is gewist",
        Key::MailErasedText => {
            "uw sollicitatie bij {} is gewist, met alles wat erbij hoorde. Dit is de laatste e-mail: hiermee verdwijnt ook uw \
             adres."
        }
        Key::MailCode => "Uw code",
        Key::MailCodeText => {
            "iemand wil zien wat {} onder dit adres bewaart. De code daarvoor is\n\n    {}\n\nDeze geldt {} minuten, één \
             keer, en alleen in de browser waarin ernaar werd gevraagd."
        }
        Key::MailCodeNotYou => {
            "Was u het niet, dan hoeft u niets te doen: zonder de code ziet niemand iets. Niemand van ons zal u er ooit naar \
             vragen."
        }
        Key::MailNobody => "Onder dit adres wordt niets bewaard",
        Key::MailNobodyText => "iemand wil zien wat {} onder dit adres bewaart. Er is niets onder dit adres.",
        Key::MailNobodyElse => {
            "Hebt u met een ander adres gesolliciteerd, vraag de code dan met dat adres aan, op\n{}\nWas u het niet, dan \
             hoeft u niets te doen."
        }
        Key::MailStatus => "Hoe het ervoor staat en wanneer ze wordt gewist, ziet u met uw ontvangstcode op\n{}",
        Key::MailProof => {
            "Het wisbewijs heeft het nummer\n{}\nMet dit nummer ziet u het en kunt u het bewijs ervan \
             opslaan op\n{}"
        }
        Key::MailWhyShort => "E-mails zijn onderweg niet goed beveiligd. Daarom staat er in deze niets over u.",
        Key::StatusUnknownTitle => "Bij deze code kunnen we niets tonen",
        Key::StatusUnknownLink => "Controleer de ontvangstcode",
        Key::StatusUnknownText => "Controleer de code. Misschien is er een typefout, of is de sollicitatie al vergeten.",
        Key::StatusArriving => "Uw sollicitatie is binnen",
        Key::StatusArrivingText => "Ze wordt nu verwerkt. Kijk over een paar minuten nog eens.",
        Key::StatusReview => "Uw sollicitatie wordt gelezen",
        Key::StatusInterview => "We leren elkaar kennen",
        Key::StatusReserve => "De beslissing is nog open",
        Key::StatusOffer => "Er wordt een aanbod voorbereid",
        Key::StatusHired => "We willen graag met u werken",
        Key::StatusRejected => "We kunnen u deze baan niet aanbieden",
        Key::StatusWithdrawn => "U hebt uw sollicitatie ingetrokken",
        Key::StatusCourse => "Stand van zaken",
        Key::CourseReceived => "Ontvangen",
        Key::CourseReview => "Wordt gelezen",
        Key::CourseInterview => "Kennismaking",
        Key::CourseDecision => "Beslissing",
        Key::StatusCertificate => "Tot die tijd staat nummer {} voor uw sollicitatie; daarna toont het de wissing aan.",
        Key::StatusRights => "Waar u om kunt vragen",
        Key::StatusRightsText => {
            "Inzage, een kopie, rectificatie, wissing, beperking, bezwaar. U hebt binnen een maand antwoord."
        }
        Key::OpenedTitle => "Wie uw sollicitatie heeft geopend",
        Key::OpenedText => {
            "Per dag en rol bij de werkgever. Elke opening wordt ingeschreven; lijsten waarin uw sollicitatie alleen voorkomt, \
             tellen niet mee."
        }
        Key::OpenedByNobody => "Nog niemand heeft uw sollicitatie geopend.",
        Key::OpenedBy => "Door wie",
        Key::OpenedByStaff => "Iemand bij de werkgever",
        Key::OpenedTimes => "Geopend",
        Key::OpenedDocuments => "Documenten opgehaald",
        Key::WhomToAsk => "Wie vragen beantwoordt",
        Key::GoneHeading => "Uw sollicitatie is vergeten",
        Key::GoneLead => "De sleutel is vernietigd; daarna kan niemand er nog iets van lezen. Dit bewijs zegt niets over u.",
        Key::CertificateTitle => "Wisbewijs",
        Key::CertificateClosed => "Procedure afgesloten",
        Key::CertificateDue => "Te wissen vanaf",
        Key::CertificateUnreadable => "Onleesbaar sinds",
        Key::CertificateEverywhere => "In elke kopie sinds",
        Key::CertificateEverywhereSoon => "uiterlijk een dag na het verwijderen hier",
        Key::CertificateErased => "Alles verwijderd",
        Key::CertificateCounts => "Verwijderd",
        Key::CertificateCountsText => "rijen: {}, bestanden: {}, sleutels: {}",
        Key::CertificateProofText => {
            "Een klein bestand bewijst dat dit wisbewijs in het journaal staat. Iedereen kan het zonder ons controleren, ook jaren later, \
             met het commando ablauf audit verify. Het noemt niemand."
        }
        Key::CertificateProofSave => "Bewijs opslaan",
        // Sign-in
        Key::SignInTitle => "Inloggen",
        Key::SignInLead => "Voor medewerkers van {}. Wie solliciteert, heeft geen account nodig.",
        Key::SignInPassword => "Wachtwoord",
        Key::SignInFailed => "Niet ingelogd",
        Key::SignInNoMatch => "E-mailadres en wachtwoord horen niet bij elkaar",
        Key::SignInTooManyTries => "Te veel pogingen. Wacht een paar minuten en probeer het dan opnieuw.",
        Key::SignInCheckEmail => "Controleer het adres, of het wachtwoord hieronder.",
        Key::SignInPasswordAgain => "Vul het wachtwoord nog een keer in.",
        Key::SignInUnsent => {
            "Uw sessie was verlopen; wat u hebt verstuurd, is daarom niet opgeslagen. Misschien heeft uw browser het nog: log in \
             in een ander tabblad, kom dan hier terug en ga één pagina terug."
        }
        // Privacy notice
        Key::NoticeTitle => "Privacyverklaring voor sollicitanten",
        Key::NoticeLead => "Wat we met een sollicitatie doen, en wanneer we daarmee stoppen. Versie {}.",
        Key::NoticeToc => "Op deze pagina",
        Key::NoticeFile => "Als bestand (pdf), om af te drukken of te bewaren",
        Key::PageOf => "Pagina {} van {}",
        Key::NoticeWho => "Wie verantwoordelijk is",
        Key::NoticeWhoText => "Verantwoordelijk voor uw gegevens is {}",
        Key::NoticeWhy => "Waarvoor, en op welke grondslag",
        Key::NoticeWhyText => {
            "Om uw sollicitatie te behandelen en erover te beslissen: art. 6 lid 1 onder b AVG en, voor zover van toepassing, § \
             26 lid 1 en lid 8 tweede zin BDSG. Na een afwijzing, om ons te verweren tegen aanspraken: art. 6 lid 1 onder f \
             AVG. Wordt u aangenomen, dan gaat over wat voor het dienstverband nodig is, veld voor veld; de rest wordt gewist \
             zoals al het andere."
        }
        Key::NoticeMust => "Wat u moet opgeven",
        Key::NoticeMustText => {
            "Volgens de wet niets. Zonder naam, e-mailadres en cv kunnen we een sollicitatie niet behandelen, en ook niet zonder \
             antwoord op de vragen van een vacature waar niet bij staat dat ze niet verplicht zijn; al het andere in het \
             formulier is aan u."
        }
        Key::NoticeHow => "Hoe ze ons bereikt",
        Key::NoticeHowText => {
            "Via een volledig versleuteld formulier. Ze wordt verzegeld voordat er iets wordt opgeslagen. Gewone e-mail is \
             niet volledig beschermd; stuur daarom niets over uzelf op die manier."
        }
        Key::NoticeSees => "Wie ze ziet",
        Key::NoticeSeesText => {
            "Eerst alleen HR. Tijdens de procedure ook de hoofden van de betrokken afdelingen, deel voor deel, zoals HR het \
             vrijgeeft. Ook notities die bij ons ontstaan, zijn uw gegevens, en u kunt ze lezen. Elke blik wordt vastgelegd."
        }
        Key::NoticeDisabilityText => {
            "Wie een ernstige handicap opgeeft, wat niemand hoeft: de vertegenwoordiging van ernstig gehandicapten en de \
             ondernemingsraad worden meteen ingelicht (§ 164 lid 1 SGB IX; art. 9 lid 2 onder b AVG, § 26 lid 3 BDSG), de \
             vertegenwoordiging niet als u dat weigert. De opgave wordt apart verzegeld en geen afdeling ziet haar samen met \
             de rest."
        }
        Key::NoticeRecipients => "Wie nog gegevens ontvangt: {}",
        Key::NoticeRegion => "Waar ze worden bewaard, en door wie: {}",
        Key::NoticeCountries => "Landen buiten de EU: {}",
        Key::NoticeEnd => "Hoe lang",
        Key::NoticeEndText => {
            "Uiterlijk {} is er niets leesbaars meer, ook niet in back-ups; elke vacature noemt haar dag, en die geldt. Een bewijs \
             zonder persoonsgegevens toont dat aan."
        }
        Key::NoticeRights => "Uw rechten",
        Key::NoticeRightsAsk => {
            "Inzage, rectificatie, wissing, beperking, bezwaar, een overdraagbare kopie: schrijf naar de functionaris \
             gegevensbescherming, {}"
        }
        Key::NoticeRightsCode => "Voordat we informatie geven, gaan we na of u het bent die erom vraagt.",
        Key::NoticeRightsComplain => "U kunt een klacht indienen bij de toezichthouder: {}",
        Key::NoticeNot => "Wat we niet doen",
        Key::NoticeNotText => {
            "Geen enkele beslissing wordt door een machine genomen. Geen tracker, geen extern lettertype, twee technisch \
             noodzakelijke cookies (taal en inloggen). Het formulier is niet bedoeld voor minderjarigen."
        }
        Key::NoticeNotYetSaid => "nog niet vermeld",
        // When something does not work
        Key::BackToDesk => "Terug naar de werkplek",
        Key::TroubleNotFound => "Op dit adres is niets",
        Key::TroubleNotFoundText => {
            "Misschien is het een typefout, of heeft het nooit bestaan. Er is niets mis met wat u hebt verstuurd."
        }
        Key::TroubleGone => "Dit is er niet meer",
        Key::TroubleGoneText => "Wat hier stond, is zoals aangekondigd weggehaald of gewist. Het komt niet terug.",
        Key::TroubleRole => "Dit is niet voor u bestemd",
        Key::TroubleRoleText => {
            "Uw account mag dit niet. Hebt u het voor uw werk nodig, vraag het dan aan HR, of vraag beheer om een andere rol."
        }
        Key::TroubleEnded => "Dit is niet langer voor u vrijgegeven",
        Key::TroubleEndedText => "De vrijgave eindigde op {}: {}.",
        Key::TroubleEndedAskAgain => {
            "Uw eigen opmerkingen blijven bij de sollicitatie. Hebt u haar nog voor uw werk nodig, vraag HR dan om een nieuwe \
             vrijgave."
        }
        Key::TroubleEndedForAll => {
            "Ze eindigde voor iedereen buiten HR. Uw eigen opmerkingen blijven bij de sollicitatie tot die wordt gewist."
        }
        Key::TroubleBlocked => "Deze sollicitatie is geblokkeerd",
        Key::TroubleBlind => "Dit wordt anoniem beoordeeld",
        Key::TroubleBlindText => {
            "Wie er heeft gesolliciteerd blijft verborgen tot HR dat opheft. Wat u mag lezen staat op de pagina van de sollicitatie."
        }
        Key::TroubleDeputyText => "Wie u hebt vervangen, kan de beheerder om verlenging vragen.",
        Key::TroubleBlockedText => {
            "De procedure is afgesloten, en de sollicitatie wacht op haar datum. Tot die tijd opent niemand haar zonder een \
             reden uit de lijst."
        }
        Key::TroubleRestricted => "De verwerking is beperkt",
        Key::TroubleRestrictedText => {
            "De sollicitant heeft om een beperking gevraagd (art. 18 AVG). Tot die is opgeheven, blijft dit gesloten; de \
             functionaris gegevensbescherming weet meer."
        }
        Key::TroubleTooLarge => "Dit is te groot",
        Key::TroubleTooLargeText => {
            "Er wordt hooguit {} aangenomen; daarna zijn we gestopt met lezen en hebben we niets bewaard. Ga terug en kies iets \
             kleiners."
        }
        Key::TroubleUnsupported => "Dit soort bestand wordt niet aangenomen",
        Key::TroubleUnsupportedText => {
            "Pdf, docx en odt wel, herkend aan hun inhoud. Er is niets bewaard. Ga terug en kies een ander bestand."
        }
        Key::TroubleConflict => "Iemand anders was u voor",
        Key::TroubleConflictText => {
            "Dit is gewijzigd terwijl u ernaar keek; het uwe is daarom niet opgeslagen. Ga terug, laad de pagina opnieuw en \
             beslis nog eens."
        }
        Key::TroubleConflictHere => {
            "Iemand heeft dit zojuist gewijzigd; het uwe is daarom niet opgeslagen. Hieronder ziet u hoe het er nu voor staat: \
             kijk ernaar en verstuur nog een keer."
        }
        Key::TroubleUnavailable => "We kunnen nu even niets aannemen",
        Key::TroubleUnavailableText => {
            "Onze opslag antwoordt niet. Van u is niets opgeslagen, ook niet gedeeltelijk. Probeer het over een paar minuten \
             nog eens."
        }
        Key::TroubleBadRequest => "Dit verzoek konden we niet lezen",
        Key::TroubleBadRequestText => {
            "Het kwam onvolledig binnen, of niet van een van onze pagina’s. Er is niets opgeslagen. Ga terug, laad de pagina \
             opnieuw en verstuur nog een keer."
        }
        Key::TroubleSignIn => "Log eerst in",
        Key::TroubleSignInText => "Dit is voor medewerkers. Was u ingelogd, dan is uw sessie verlopen; er is niets opgeslagen.",
        Key::TroubleRefused => "Hier staat een regel in de weg",
        Key::WrittenNotStored => "Wat u hebt geschreven; het is niet opgeslagen",
        Key::WrittenNotStoredHint => "Kopieer het als u het nog nodig hebt: het staat verder nergens.",
        // Which rule stands against it
        Key::RefusedProcedureClosed => "De procedure is afgesloten; aan de sollicitaties verandert niets meer.",
        Key::RefusedUnchanged => "Het is al zoals u het wilde.",
        Key::RefusedHandedOver => "De overdracht heeft plaatsgevonden; de uitkomst staat vast.",
        Key::RefusedNoSeat => "Alle plaatsen van deze vacature zijn vergeven. Neem eerst een aanstelling terug.",
        Key::RefusedSeatsOne => {
            "Er is nog maar één plaats van deze vacature vrij; niemand is aangenomen. Kies één persoon, of neem eerst een \
             aanstelling terug."
        }
        Key::RefusedSeatsMany => {
            "Er zijn nog maar {} plaatsen van deze vacature vrij; niemand is aangenomen. Kies er minder, of neem eerst een \
             aanstelling terug."
        }
        Key::RefusedNotRejected => "Alleen een afwijzing kan zijn ontvangen. Leg eerst die uitkomst vast.",
        Key::RefusedPoolNotRejected => "De talentpool is voor wie een afwijzing heeft gekregen. Leg eerst die uitkomst vast.",
        Key::RefusedInPool => "Deze persoon staat al in de talentpool.",
        Key::RefusedLastOfHr => "Dan zou niemand bij HR deze sollicitatie nog zien. Laat eerst iemand weer toe.",
        Key::RefusedRepresentative => {
            "Een sollicitant wil dat de vertegenwoordiging van ernstig gehandicapten erbuiten blijft. Er is niets vrijgegeven."
        }
        Key::RefusedIntakePast => "De laatste dag om te solliciteren is al voorbij. Kies een latere.",
        Key::RefusedCloseBeforeIntake => "De geplande afsluiting moet na de laatste dag om te solliciteren komen.",
        Key::RefusedIntakeTooLate => "De laatste dag om te solliciteren mag hooguit twee jaar na vandaag liggen.",
        Key::RefusedCloseTooLate => "De geplande afsluiting mag hooguit twee jaar na de laatste dag om te solliciteren komen.",
        Key::RefusedPostingState => {
            "De vacature is hiervoor niet in de juiste staat. Laad de pagina opnieuw om te zien hoe ze ervoor staat."
        }
        Key::RefusedUndecidedOne => "Eén sollicitatie heeft nog geen uitkomst. Beslis daar eerst over en sluit dan af.",
        Key::RefusedUndecidedMany => "{} sollicitaties hebben nog geen uitkomst. Beslis daar eerst over en sluit dan af.",
        Key::RefusedNotHired => "Alleen wie is aangenomen, wordt overgedragen. Leg eerst de uitkomst vast.",
        Key::RefusedNotice => {
            "De privacyverklaring is niet volledig. Wat erin moet staan, vult het beheer aan onder ‘Instellingen’; daarna kan de \
             vacature worden gepubliceerd."
        }
        Key::RefusedClock => "De klok is verzet. Voordat iemand dat heeft bevestigd, wordt er niets gewist.",
        // End of careers site
        // Desk
        // Forms, lists and tables of the desk
        Key::DeskProblemsOne => "Er is nog niets opgeslagen: één punt vraagt uw aandacht",
        Key::DeskProblemsMany => "Er is nog niets opgeslagen: {} punten vragen uw aandacht",
        Key::AskProblemsOne => "Er is nog niets opgezocht: één punt vraagt uw aandacht",
        Key::AskProblemsMany => "Er is nog niets opgezocht: {} punten vragen uw aandacht",
        Key::Cancel => "Nu niet",
        Key::PagerLabel => "Pagina’s",
        Key::PagerNewer => "Nieuwere",
        Key::PagerOlder => "Oudere",
        Key::PagerNewest => "Nieuwste",
        Key::ColumnApplicant => "Sollicitant",
        Key::ColumnPosting => "Vacature",
        Key::ColumnStage => "Fase",
        Key::ColumnOutcome => "Uitkomst",
        Key::ColumnReceived => "Ontvangen",
        Key::ColumnState => "Status",
        Key::ColumnCloses => "Procedure sluit",
        Key::ColumnFile => "Bestand",
        Key::ColumnKind => "Soort",
        Key::ColumnSize => "Grootte",
        Key::Name => "Naam",
        Key::Somebody => "de sollicitant",
        Key::TheHouse => "Ablauf",
        Key::Blocked => "Geblokkeerd",
        Key::ApplicationOf => "Sollicitatie van {}",
        Key::ApplicationsOne => "1 sollicitatie",
        Key::ApplicationsMany => "{} sollicitaties",
        Key::UndecidedOne => "1 nog niet beslist",
        Key::UndecidedMany => "{} nog niet beslist",
        // What waits
        Key::StartTitle => "Wat op u wacht",
        Key::StartNothingTitle => "Er wacht niets op u",
        Key::StartNothingText => "Nieuwe sollicitaties en naderende datums staan hier.",
        Key::WaitsOverdueOne => "wissing is te laat",
        Key::WaitsOverdueMany => "wissingen zijn te laat",
        Key::WaitsReceivedOne => "nieuwe sollicitatie om te bekijken",
        Key::WaitsReceivedMany => "nieuwe sollicitaties om te bekijken",
        Key::WaitsUndecidedOne => "sollicitatie zonder uitkomst",
        Key::WaitsUndecidedMany => "sollicitaties zonder uitkomst",
        Key::WaitsHiredOne => "aangenomen sollicitant wacht op de overdracht",
        Key::WaitsHiredMany => "aangenomen sollicitanten wachten op de overdracht",
        Key::WaitsErasuresOne => "sollicitatie wordt binnen {} dagen gewist",
        Key::WaitsErasuresMany => "sollicitaties worden binnen {} dagen gewist",
        Key::StartClosing => "Sluiten vanzelf binnen {} dagen, terwijl nog beslist moet worden",
        Key::StartComment => "Wachten op uw opmerking",
        Key::StartCommentText => {
            "HR heeft deze sollicitaties voor u vrijgegeven en nog niets van u gehoord. Met de vrijgave eindigt ook uw inzage."
        }
        Key::StartNoCommentTitle => "Niemand wacht op uw opmerking",
        Key::StartNoCommentText => {
            "Geeft HR een sollicitatie voor u vrij, dan staat die hier tot u hebt gezegd wat u ervan vindt."
        }
        Key::StartTold => "Ernstig gehandicapte sollicitanten",
        Key::StartToldText => "Over deze sollicitaties heeft de werkgever u bij binnenkomst ingelicht (§ 164 lid 1 SGB IX).",
        Key::ColumnTold => "Ingelicht op",
        Key::StartPeopleText => "U beheert accounts en instellingen. Gegevens van sollicitanten krijgt u niet te zien.",
        Key::ReleasedUntil => "Vrijgegeven tot en met",
        // List of applications
        Key::ListNewestFirst => "De nieuwste eerst",
        Key::ListReleasedTitle => "Voor u vrijgegeven",
        Key::EveryPosting => "Alle vacatures",
        Key::AnyStage => "Elke fase",
        Key::AnyOutcome => "Elke uitkomst",
        Key::FilterShow => "Tonen",
        Key::FilterClear => "Filters weghalen",
        Key::ListEmptyTitle => "Er heeft nog niemand gesolliciteerd",
        Key::ListEmptyText => "Sollicitaties verschijnen hier zodra ze binnenkomen. Daarvoor moet een vacature open staan.",
        Key::ListFilteredEmptyTitle => "Geen sollicitatie past bij deze selectie",
        Key::ListFilteredEmptyText => "Kies minder filters, of bekijk ze allemaal.",
        Key::ListShowAll => "Alle sollicitaties tonen",
        Key::ListReleasedEmptyTitle => "Er is niets voor u vrijgegeven",
        Key::ListReleasedEmptyText => {
            "HR leest sollicitaties eerst en geeft u daarna losse delen vrij, voor een tijd. Tot dan hoeft u \
             niets te doen. Mist u iemand, vraag het dan aan HR."
        }
        // One application
        Key::ReceivedOn => "ontvangen op {}",
        Key::ActsLabel => "Handelingen",
        Key::HandoverLink => "Overdragen aan het personeelsdossier",
        Key::ErasedAfterPlan => {
            "Vanaf {} is alles gewist. De procedure sluit vanzelf op {}; sluit u haar eerder, dan komt ook de wissing eerder."
        }
        Key::ErasedByReceipt => "Alles wordt gewist vanaf {}, geteld vanaf de ontvangst van de afwijzing.",
        Key::ErasedAfterClose => "Vanaf {} is alles gewist. De procedure is op {} afgesloten.",
        Key::BlockedClosed => {
            "De procedure is afgesloten. Niemand leest de inhoud nog; die wacht verzegeld tot zij vanaf {} gewist is."
        }
        Key::BlockedHandedOver => {
            "Wat het dienstverband nodig heeft, staat in het personeelsdossier. De rest leest niemand meer; die is vanaf {} \
             gewist."
        }
        Key::ReleasedToYou => {
            "U ziet: {}. Vrijgegeven tot en met {}, of tot HR het intrekt. Wat u hier opent, staat in het journaal."
        }
        Key::CertificateToCome => "Wisbewijs",
        Key::LetterEmpty => "Bij deze sollicitatie zat geen bericht.",
        Key::DocumentsTitle => "Documenten",
        Key::DocumentView => "Bekijken",
        Key::DocumentViewNamed => "{} in een nieuw tabblad bekijken",
        Key::DocumentDownload => "Downloaden",
        Key::DocumentDownloadNamed => "{} downloaden",
        Key::CommentsTitle => "Opmerkingen",
        Key::CommentsNone => "Er heeft nog niemand een opmerking gemaakt.",
        Key::CommentTitle => "Wat vindt u?",
        Key::CommentHint => "Over het werk, niet over de persoon.",
        Key::CommentSend => "Opmerking versturen",
        Key::RemarkText => "Opmerking",
        Key::JudgementQuestion => "Deze sollicitant ontmoeten?",
        Key::JudgementYes => "Ja",
        Key::JudgementMaybe => "Misschien",
        Key::JudgementNo => "Nee",
        Key::NotesTitle => "Interne notities",
        Key::NoteText => "Notitie toevoegen",
        Key::NoteSend => "Notitie opslaan",
        Key::StageMoveTo => "Verplaatsen naar",
        Key::StageMove => "Verplaatsen",
        Key::OutcomeSince => "{} sinds {}",
        Key::OutcomeRecord => "Welke uitkomst?",
        Key::OutcomeTakeBack => "Terugnemen: nog niet beslist",
        Key::OutcomeReason => "Reden",
        Key::OutcomeSend => "Uitkomst vastleggen",
        Key::RejectionReceivedOn => "Afwijzing ontvangen op",
        Key::RejectionReceivedHint => {
            "Alleen bij een afwijzing, en alleen als u de dag kent. Dan begint de termijn voor vorderingen."
        }
        Key::RejectionTitle => "Ontvangst van de afwijzing",
        Key::RejectionText => {
            "Vaak pas later bekend; laat het leeg zolang u het niet weet. Op deze dag begint de termijn voor vorderingen. Waar \
             de bewaartermijn vanaf de afwijzing telt, verschuift de dag van wissen mee."
        }
        Key::RejectionSend => "Dag opslaan",
        Key::ReleasesTitle => "Vrijgaven",
        Key::ReleaseSees => "{} ziet: {}",
        Key::ReleaseUntilDay => "tot en met {}",
        Key::ReleaseRevokedOn => "ingetrokken op {}",
        Key::ReleaseOver => "Beëindigd",
        Key::ReleaseRevoke => "Intrekken",
        Key::ReleaseRevokeFrom => "Vrijgave voor {} intrekken",
        Key::ReleaseRevokeText => {
            "Vanaf dit moment leest niemand de sollicitatie via deze vrijgave: niet op een pagina, niet in een lijst en niet \
             via een link die openstaat. Wat geschreven is, blijft. Ze kan opnieuw worden vrijgegeven."
        }
        Key::DialogKeep => "Laten zoals het is",
        Key::ReleaseNew => "Vrijgeven …",
        Key::ReleaseTo => "Aan wie",
        Key::AudienceDepartment => "Afdeling: {}",
        Key::ReleaseBlind => {
            "Deze vacature wordt anoniem beoordeeld: naam, adressen en ingestuurde documenten blijven verborgen, ook als ze zijn vrijgegeven."
        }
        Key::ReleaseManyTitle => "Meerdere sollicitaties vrijgeven",
        Key::ReleaseManyLink => "Meerdere vrijgeven …",
        Key::ReleaseManyWhich => "Welke sollicitaties",
        Key::ReleaseManyNone => "Er is geen open sollicitatie meer om vrij te geven.",
        Key::ReleaseManyNewest => "Dit zijn de nieuwste {}; er zijn er meer. Geef eerst deze vrij: wie beslist is, maakt plaats.",
        Key::StandingBox => "Ook elke sollicitatie die tot dan binnenkomt",
        Key::StandingBoxHint => "Alleen voor ondernemingsraad en vertegenwoordiging: anderen zien wat HR eerst heeft bekeken.",
        Key::StandingTitle => "Vrijgegeven bij elke binnenkomst",
        Key::StandingEnd => "Beëindigen",
        Key::StandingEndOf => "De vrijgave aan {} met alles wat zij toont beëindigen",
        Key::StandingShowsOne => "nu één sollicitatie",
        Key::StandingShowsMany => "nu {} sollicitaties",
        Key::ExclusionsTitle => "Verborgen voor",
        Key::ExclusionNew => "Voor iemand verbergen …",
        Key::ExclusionText => {
            "Voor deze persoon bestaat de sollicitatie niet: geen lijst, getal of zoekopdracht toont haar. Zo blijft zij bijvoorbeeld verborgen voor de leidinggevende van een interne sollicitant."
        }
        Key::ExclusionWhom => "Voor wie",
        Key::ExclusionSend => "Voor deze persoon verbergen",
        Key::ExclusionByHr => "sinds {}",
        Key::ExclusionBySelf => "heeft zich op {} teruggetrokken",
        Key::ExclusionLift => "Weer toelaten",
        Key::ExclusionLiftFor => "{} weer toelaten",
        Key::RecuseNew => "Ik ken deze persoon …",
        Key::RecuseText => {
            "U trekt zich terug: de sollicitatie verdwijnt meteen uit al uw lijsten. Alleen HR kan u weer toelaten. Wat u tot nu toe hebt gezegd, blijft staan."
        }
        Key::RecuseSend => "Me terugtrekken",
        Key::RedactedNew => "Kopie toevoegen …",
        Key::RedactedText => {
            "Een kopie van de documenten waarin niemand de persoon herkent: zonder naam, foto, adres, leeftijd. Zij kan bij een anonieme beoordeling worden vrijgegeven."
        }
        Key::RedactedFile => "De kopie: PDF, DOCX of ODT",
        Key::RedactedSend => "Kopie toevoegen",
        Key::BlindReader => {
            "Deze vacature wordt anoniem beoordeeld: wie er heeft gesolliciteerd blijft verborgen tot HR dat opheft."
        }
        Key::SaidTitle => "Uw opmerking is opgeslagen",
        Key::SaidNext => "Hierna wacht op u:",
        Key::SaidAll => "Verder wacht er niets op u.",
        Key::ReleaseSections => "Wat ze mag zien",
        Key::ReleaseNothing => "Vink minstens één deel aan",
        Key::ReleaseUntilRange => "Kies een dag vanaf vandaag, hooguit een jaar vooruit",
        Key::ReleaseUntil => "Tot en met",
        Key::ReleaseUntilHint => "Ze eindigt vanzelf op die avond, en eerder bij een afwijzing of de afsluiting.",
        Key::ReleaseSend => "Vrijgeven",
        Key::ReleaseEnded => "Afwijzing, intrekking en afsluiting beëindigen elke vrijgave; een nieuwe zou niets tonen.",
        Key::ReleaseTold => "Bij binnenkomst ingelicht (§ 164 lid 1 SGB IX)",
        Key::DisabilityStated => "Ernstig gehandicapt of daarmee gelijkgesteld; opgegeven in het formulier.",
        Key::DisabilityDeclined => {
            "De vertegenwoordiging van ernstig gehandicapten blijft op verzoek van de sollicitant erbuiten."
        }
        Key::DisabilityNobody => "Niemand meldt zich hier aan als: {}. Licht meteen langs een andere weg in.",
        Key::HistoryTitle => "Verloop",
        Key::HistoryReceived => "Ontvangen",
        Key::HistoryMailed => "E-mail verstuurd: “{}”",
        Key::HistoryMailRefused => "De mailbox neemt geen e-mails aan; deze kwam niet aan: “{}”",
        Key::HistoryMailLost => "Zeven dagen lang nam geen server deze e-mail aan: “{}”",
        Key::HistoryAddressConfirmed => "De sollicitant heeft getoond dat het adres van hen is",
        Key::HistoryOwnWithdrew => "De sollicitant heeft zich teruggetrokken",
        Key::HistoryOwnErasure => "De sollicitant vroeg om wissing: {}",
        Key::HistoryOwnRestricted => "De sollicitant beperkte de verwerking: {}",
        Key::HistoryOwnCorrected => "De sollicitant corrigeerde: {}",
        Key::HistoryRequest => "Er kwam een verzoek binnen: {}",
        Key::HistoryAnswered => "{} beantwoordde een verzoek: {}",
        Key::MailUnreachable => "E-mails bereiken deze persoon niet",
        Key::MailUnreachableText => {
            "Bel, of schrijf een brief. Leg vast wanneer een afwijzing is ontvangen: zwijgen laat geen termijn ingaan."
        }
        Key::HistoryStage => "{} heeft de fase van {} naar {} gezet",
        Key::HistoryOutcome => "{} heeft de uitkomst {} vastgelegd",
        Key::HistoryOutcomeBack => "{} heeft de uitkomst {} teruggenomen",
        Key::HistoryOutcomeChanged => "{} heeft de uitkomst van {} in {} veranderd",
        Key::HistoryReceipt => "{} heeft vastgelegd dat de afwijzing op {} is ontvangen",
        Key::HistoryReceiptBack => "{} heeft de dag teruggenomen waarop de afwijzing is ontvangen",
        Key::HistoryReleased => "{} heeft vrijgegeven: {}",
        Key::HistoryTold => {
            "Vertegenwoordiging en ondernemingsraad zijn ingelicht over een ernstige handicap, voor zover gewenst (§ 164 lid 1 \
             SGB IX)"
        }
        Key::HistoryRevoked => "{} heeft een vrijgave ingetrokken",
        Key::HistoryExcluded => "{} heeft de sollicitatie voor iemand verborgen",
        Key::HistoryRecused => "{} kent de sollicitant en heeft zich teruggetrokken",
        Key::HistoryReadmitted => "{} heeft iemand weer bij de sollicitatie toegelaten",
        Key::HistoryRedacted => "{} heeft een kopie zonder namen toegevoegd",
        Key::HistoryClosed => "{} heeft de procedure op {} afgesloten",
        Key::HistoryClosedByItself => "De procedure sloot vanzelf op {}",
        Key::HistoryDue => "De laatste dag werd {}",
        Key::HistoryHandedOver => "{} heeft aan het personeelsdossier overgedragen",
        Key::HistoryPooled => "{} heeft de persoon tot {} in de talentpool opgenomen",
        Key::HistoryUnpooled => "{} heeft vastgelegd dat de toestemming voor de talentpool op {} is ingetrokken",
        // Postings
        Key::PostingsEmptyTitle => "Nog geen vacature",
        Key::PostingsEmptyText => "Schrijf de eerste. Tot u haar publiceert, blijft het een concept dat alleen HR ziet.",
        Key::PostingNewTitle => "Nieuwe vacature",
        Key::PostingEditTitle => "Vacature bewerken",
        Key::PostingPublicPage => "Openbare pagina",
        Key::PostingAbout => "Over deze vacature",
        Key::IntakeEndsOn => "Laatste dag om te solliciteren",
        Key::PlannedCloseOn => "Procedure sluit vanzelf op",
        Key::CourseIntakeEnds => "Aanmelding sluit",
        Key::CourseClosesByItself => "Sluit vanzelf",
        Key::CountsTitle => "Nog niet beslist per fase, en uitkomsten",
        Key::CountsOver => "Afgewezen of teruggetrokken",
        Key::CountsAll => "In totaal",
        Key::FactsTitle => "Feiten",
        Key::Seats => "Plaatsen",
        Key::SeatsHired => "{}, waarvan {} aangenomen",
        Key::SeatsHint => "Hoeveel mensen u aanneemt.",
        Key::PayHint => "Een bandbreedte in woorden: bruto, per jaar of maand.",
        Key::PayMin => "Vanaf, in euro",
        Key::PayMax => "Tot, in euro",
        Key::PayPeriodLabel => "Bruto per",
        Key::PayYear => "Jaar",
        Key::PayMonth => "Maand",
        Key::PayHour => "Uur",
        Key::PayFigures => "De bandbreedte in cijfers",
        Key::PayFiguresHint => "Zoekmachines en vacaturesites lezen die, en mensen zoeken erop. Is er geen, laat dan beide leeg.",
        Key::AnswerDays => "Dagen tot een antwoord",
        Key::AnswerDaysHint => {
            "Geteld vanaf de ontvangst. Sollicitanten lezen de datum bij de vacature, op het ontvangstbewijs en bij hun status."
        }
        Key::PlaceHint => "Eerst de plaats, of meer: Leipzig of Rotterdam. Na een komma hoe er gewerkt wordt.",
        Key::CountryLabel => "Land",
        Key::CountryGermany => "Duitsland",
        Key::CountryAustria => "Oostenrijk",
        Key::CountryBelgium => "België",
        Key::CountrySwitzerland => "Zwitserland",
        Key::CountryCzechia => "Tsjechië",
        Key::CountryDenmark => "Denemarken",
        Key::CountryFrance => "Frankrijk",
        Key::CountryLuxembourg => "Luxemburg",
        Key::CountryNetherlands => "Nederland",
        Key::CountryPoland => "Polen",
        Key::PostingLanguage => "Taal",
        Key::PostingContact => "Contactpersoon",
        Key::PostingContactHint => "Naam, en een telefoonnummer of adres, voor vragen vooraf.",
        Key::Retention => "Bewaartermijn",
        Key::RetentionFromClose => "{} na de afsluiting van de procedure",
        Key::RetentionFromEarliest => "{} na de afsluiting van de procedure of de ontvangst van de afwijzing, wat het eerst komt",
        Key::PostingNobodyTitle => "Er heeft nog niemand gesolliciteerd",
        Key::PostingNobodyText => {
            "Sollicitaties verschijnen hier zodra ze binnenkomen. U kunt het adres van de openbare pagina delen: {}"
        }
        Key::PostingNobodyLeftTitle => "Hier is geen sollicitatie",
        Key::PostingNobodyLeftText => {
            "Niemand heeft gesolliciteerd, of alles is inmiddels gewist. De wisbewijzen staan bij de bewaartermijnen."
        }
        Key::PublishTitle => "Dit concept publiceren",
        Key::PublishText => {
            "Daarna staat de vacature op de vacaturesite en kan er tot en met {} worden gesolliciteerd. Bewerken kan dan niet \
             meer. Met deze datums is vanaf {} alles gewist; sollicitanten lezen die datum vooraf."
        }
        Key::WarningsTitle => "Voordat u publiceert",
        Key::WarningsText => "Publiceren kan toch. Het is uw beslissing.",
        Key::WarningNoMarker => "De titel zegt niet dat iedereen bedoeld is, zoals (m/v/x) dat doet.",
        Key::WarningAge => "‘{}’ verwijst naar leeftijd. Wie wordt afgewezen, kan daarin een teken van discriminatie zien.",
        Key::WarningPersonal => {
            "Een vraag gaat over ‘{}’. Daarnaar mag alleen gevraagd worden als het werk zelf dat nodig maakt, en dat is zelden \
             zo."
        }
        Key::WarningNoPay => "Er is geen salarisbandbreedte. Sollicitanten horen die te kennen vóór het eerste gesprek.",
        Key::PublishSend => "Publiceren",
        Key::StopIntakeTitle => "Aanmelding sluiten",
        Key::StopIntakeOpen => "Aanmelding sluiten …",
        Key::AccessTitle => "Wie wat ziet",
        Key::BlindOn => "Anonieme beoordeling: alleen HR leest wie er heeft gesolliciteerd.",
        Key::BlindOff => {
            "Aan wie sollicitaties zijn vrijgegeven, kan ook namen en documenten lezen, voor zover die zijn vrijgegeven."
        }
        Key::BlindBegin => "Anoniem beoordelen",
        Key::BlindLift => "Anonieme beoordeling opheffen",
        Key::KeepFromNew => "Nieuwe sollicitaties verbergen voor …",
        Key::KeepFromText => {
            "Voor wie is aangekruist, bestaat niet wat er vanaf nu binnenkomt, nog voordat iemand het heeft geopend."
        }
        Key::KeepFromSend => "Opslaan",
        Key::KeepFromIs => "Verborgen voor: {}",
        Key::StopIntakeText => {
            "De openbare pagina zegt dan dat de vacature niet meer open is. Ontvangen sollicitaties lopen door; er wordt niets \
             door gewist. Dit is niet terug te draaien."
        }
        Key::StopIntakeSend => "Aanmelding nu sluiten",
        Key::DecideTitle => "Over meerderen beslissen",
        Key::DecideText => {
            "Vink aan voor wie de uitkomst geldt. Ze wordt bij ieder afzonderlijk vastgelegd, met uw naam. Een aanstelling legt \
             u bij de sollicitatie zelf vast."
        }
        Key::DecideWhom => "Wie",
        Key::DecideNobody => "Vink minstens één naam aan",
        Key::DecideTick => "{} kiezen",
        Key::DecideReasonHint => "Dezelfde tekst staat dan bij ieder van hen.",
        Key::DecideTicked => "Voor aangevinkten vastleggen",
        Key::DecideShown => "{} van {} getoond, de nieuwste eerst",
        Key::PostingTitle => "Titel",
        Key::PostingTitleHint => "Met (m/v/x), in de taal van de vacature.",
        Key::PostingSummary => "Eén zin",
        Key::PostingSummaryHint => "Die staat in de lijst met open vacatures.",
        Key::PostingBody => "Tekst",
        Key::PostingBodyHint => {
            "Wat men doet, meebrengt en krijgt, in Markdown: een lege regel scheidt alinea’s, ## begint een kop, - een punt in \
             een lijst, **vet**, [een link](https://…). Geen afbeeldingen."
        }
        Key::PostingNextStepsHint => "Wie wanneer antwoordt en hoeveel gesprekken er zijn.",
        Key::QuestionsTitle => "Vragen aan sollicitanten",
        Key::QuestionsHint => {
            "Naam, e-mailadres, telefoon, bericht, cv en andere documenten vraagt het formulier al. Vraag verder alleen wat \
             voor de beslissing nodig is; hooguit {} vragen. Ze zijn te wijzigen tot de vacature gepubliceerd is."
        }
        Key::QuestionNumber => "Vraag {}",
        Key::QuestionText => "Vraag",
        Key::QuestionKindLabel => "Soort antwoord",
        Key::QuestionHintLabel => "Wat helpt bij het antwoorden",
        Key::QuestionRequired => "Antwoord verplicht",
        Key::QuestionChoices => "Mogelijkheden",
        Key::QuestionChoicesHint => "Voor een van meerdere mogelijkheden: {} tot {}, elk op een eigen regel.",
        Key::QuestionAdd => "Vraag toevoegen",
        Key::QuestionRemove => "Vraag {} verwijderen",
        Key::QuestionUp => "Vraag {} omhoog",
        Key::QuestionShort => "Eén regel tekst",
        Key::QuestionLong => "Meerdere regels tekst",
        Key::QuestionChoice => "Een van meerdere mogelijkheden",
        Key::QuestionNumberKind => "Een getal",
        Key::QuestionDate => "Een datum",
        Key::QuestionFile => "Een bestand",
        Key::PostingDates => "Datums",
        Key::IntakeEndsOnHint => "Die dag telt nog mee.",
        Key::PlannedCloseOnHint => "Vult u niets in: zes maanden na de laatste dag om te solliciteren.",
        Key::PostingDatesText => {
            "Uit deze datums volgt wanneer alles gewist is. U ziet die dag voor het publiceren, sollicitanten voor het \
             solliciteren."
        }
        Key::PostingPreview => "Voorbeeld",
        Key::PostingPreviewText => "Zo komt het te lezen. Er is nog niets bewaard.",
        Key::PostingSave => "Concept opslaan",
        // Closing a procedure
        Key::CloseLink => "Procedure afsluiten …",
        Key::CloseTitle => "Deze procedure afsluiten?",
        Key::CloseUndecidedOne => "Nog niet: één sollicitatie heeft geen uitkomst",
        Key::CloseUndecidedMany => "Nog niet: {} sollicitaties hebben geen uitkomst",
        Key::CloseEffects => "Wat er gebeurt als u haar vandaag afsluit, op {}",
        Key::CloseBlockedOne => "Eén sollicitatie is meteen geblokkeerd: niemand leest de inhoud nog.",
        Key::CloseBlockedMany => "{} sollicitaties zijn meteen geblokkeerd: niemand leest de inhoud nog.",
        Key::CloseReleases => "Elke vrijgave voor een afdeling eindigt vandaag.",
        Key::CloseLastDay => "De laatste dag is {}.",
        Key::CloseErasedOne => "De sollicitatie met notities en documenten is vanaf {} gewist in plaats van vanaf {}.",
        Key::CloseErasedMany => "Alle {} sollicitaties met notities en documenten zijn vanaf {} gewist in plaats van vanaf {}.",
        Key::CloseHiredOne => "Eén sollicitant is aangenomen; die sollicitatie blijft open tot de overdracht.",
        Key::CloseHiredMany => "{} sollicitanten zijn aangenomen; hun sollicitaties blijven open tot de overdracht.",
        Key::CloseNobody => "Niemand heeft gesolliciteerd, dus er valt niets te wissen.",
        Key::CloseForGood => "Fasen en uitkomsten blijven daarna zoals ze zijn, en er kan niet meer worden gesolliciteerd.",
        Key::CloseSend => "Procedure afsluiten",
        Key::CloseLeave => "Laten zoals het is",
        Key::CloseNotYetTitle => "Om af te sluiten heeft elke sollicitatie een uitkomst nodig",
        Key::CloseNotYetText => "Beslis erover, desgewenst over meerderen tegelijk, of laat de procedure op {} vanzelf sluiten.",
        Key::CloseDecideOne => "Over één sollicitatie beslissen",
        Key::CloseDecideMany => "Over {} sollicitaties beslissen",
        // Extending, reopening, claims
        Key::DidRepair => "zette iets recht dat niet klopte",
        Key::PlanKeptOne => "Eén daarvan blijft: bewaard voor een claim of beperkt",
        Key::PlanKeptMany => "{} daarvan blijven: bewaard voor een claim of beperkt",
        Key::PlanSave => "Als CSV opslaan",
        Key::RefusedMinorApprenticeship => "Dit is een leerplaats: minderjarigen solliciteren daar vanzelfsprekend op.",
        Key::RefusedMinorClaim => "Een claim of een beperking staat het wissen nu in de weg.",
        Key::ErasureTitle => "Eerder wissen",
        Key::ErasureAsked => "Als de sollicitant erom vraagt of minderjarig is",
        Key::ErasureAskedText => {
            "De sollicitatie wordt meteen geblokkeerd. Wie nog geen uitkomst heeft, wordt binnen een dag gewist; waar nog een claim kan volgen, geldt de termijn. In het verloop staat dan wat te antwoorden."
        }
        Key::ErasureAskedSend => "De sollicitant vraagt om wissing",
        Key::MinorText => {
            "De sollicitatie van een minderjarige wordt meteen gewist als twee mensen van HR akkoord gaan en er geen claim loopt."
        }
        Key::MinorPropose => "Wissing wegens minderjarigheid voorstellen",
        Key::MinorOwn => "U hebt voorgesteld haar wegens minderjarigheid te wissen. Een tweede persoon van HR moet akkoord gaan.",
        Key::MinorOfOther => "{} stelt voor haar wegens minderjarigheid te wissen.",
        Key::MinorAgree => "Akkoord en wissen",
        Key::AnswerErase => "ze wordt binnen een dag gewist",
        Key::AnswerKeepForDefence => "ze is geblokkeerd en verdwijnt op haar termijn, omdat er nog een claim kan volgen",
        Key::AnswerKeepForClaim => "ze is geblokkeerd en verdwijnt als de claim voorbij is",
        Key::AnswerKeepRestricted => "ze is geblokkeerd en blijft zolang de beperking geldt",
        Key::AnswerAskFirst => "de sollicitant is aangenomen: vraag eerst wat er met het contract moet gebeuren",
        Key::HistoryErasureAsked => "{} legde een verzoek om wissing vast: {}",
        Key::HistoryMinorProposed => "{} stelde voor haar wegens minderjarigheid te wissen",
        Key::HistoryMinor => "{} ging akkoord met wissing wegens minderjarigheid",
        Key::DidAnswerErasure => "legde een verzoek om wissing vast",
        Key::DidShowCode => "toonde een gemailde code",
        Key::DidReadOwn => "las wat over die persoon wordt bewaard",
        Key::DidFetchOwn => "haalde een eigen document op",
        Key::DidCorrectOwn => "corrigeerde eigen gegevens",
        Key::DidEnterRequest => "voerde een verzoek in",
        Key::DidIdentify => "legde vast hoe bekend is wie vraagt",
        Key::DidCheckRemark => "keek een opmerking na",
        Key::DidAnswerRequest => "beantwoordde een verzoek",
        Key::DidReadRequest => "opende een verzoek",
        Key::DidProposeMinor => "stelde voor de sollicitatie van een minderjarige te wissen",
        Key::DidEraseMinor => "ging akkoord met het wissen van de sollicitatie van een minderjarige",
        Key::LookUpLink => "Iemand opzoeken met het exacte adres …",
        Key::LookUpTitle => "Een sollicitatie opzoeken",
        Key::LookUpText => {
            "Wat de afsluiting heeft geblokkeerd of een beperking tegenhoudt, gaat voor u alleen en voor 30 minuten open. De sollicitant en de privacyfunctionaris zien dat u hebt gekeken en waarvoor."
        }
        Key::LookUpEmailHint => "Precies zoals het in de sollicitatie staat.",
        Key::LookUpPurpose => "Waarvoor",
        Key::LookUpPurposeHint => {
            "Een beperkt dossier gaat alleen open voor een verzoek van de sollicitant zelf en voor wat art. 18 lid 2 AVG noemt."
        }
        Key::LookUpChoose => "Kies …",
        Key::LookUpSend => "Voor 30 minuten openen",
        Key::LookUpNobody => "Er is niets geopend: niemand hier heeft dit adres, of het dossier gaat niet open voor dit doel.",
        Key::LookUpFound => "Geopend",
        Key::LookUpOpened => "Voor u, voor 30 minuten.",
        Key::LookUpOpen => "Naar de sollicitatie",
        Key::PurposeInquiry => "De sollicitant belt of schrijft",
        Key::PurposeRequest => "Een verzoek om inzage of een kopie",
        Key::PurposeClaim => "Een rechtsvordering",
        Key::PurposeAuthority => "Een rechter of instantie eist het",
        Key::PurposeConsent => "De sollicitant stemt in met dit gebruik",
        Key::PurposeOthersRights => "De rechten van iemand anders",
        Key::PurposePublicInterest => "Een gewichtig algemeen belang",
        Key::RestrictionTitle => "Beperking",
        Key::RestrictionSet => "De verwerking beperken …",
        Key::RestrictionText => "De sollicitatie verdwijnt uit lijsten en uit elke vrijgave, tot u de beperking opheft.",
        Key::RestrictionGroundQuestion => "Op welke grond",
        Key::RestrictionSend => "Beperken",
        Key::RestrictionSince => "sinds {}",
        Key::RestrictionToldOn => "Aan de sollicitant verteld op",
        Key::RestrictionToldHint => "Voor ze wordt opgeheven, moet de sollicitant het weten (art. 18 lid 3 AVG).",
        Key::AnnouncementDue => "Zij verdwijnt na {}, ook al is zij beperkt",
        Key::AnnouncementText => {
            "Laat het de persoon vóór die dag weten, en ook dat de sollicitatie blijft als die voor een eigen vordering nodig is (art. 18 lid 1 onder c AVG): voeg dan die grond toe."
        }
        Key::AnnouncementToldOn => "Verteld op",
        Key::AnnouncementSend => "Vastleggen dat het verteld is",
        Key::AnnouncementDone => "Zij verdwijnt na {}, ook al is zij beperkt; de persoon weet dat sinds {}.",
        Key::AnnouncementOpen => "Nog niet verteld",
        Key::AnnouncementsTitle => "Beperkt en binnenkort gewist",
        Key::RestrictionLift => "Opheffen",
        Key::GroundAccuracy => "Juistheid betwist",
        Key::GroundUnlawful => "Onrechtmatig, geen wissing gewenst",
        Key::GroundClaim => "Nodig voor een eigen vordering",
        Key::GroundObjection => "Bezwaar wordt onderzocht",
        Key::HistoryOpened => "{} zocht het op: {}",
        Key::HistoryRestricted => "{} beperkte de verwerking: {}",
        Key::HistoryUnrestricted => "{} hief de beperking op ({}); aan de sollicitant verteld op {}",
        Key::HistoryAnnounced => {
            "{} heeft vastgelegd dat de persoon op {} over het wissen van de beperkte sollicitatie is ingelicht"
        }
        Key::DidLookUp => "zocht een sollicitatie op",
        Key::DidRestrict => "beperkte een sollicitatie",
        Key::DidUnrestrict => "hief een beperking op",
        Key::DidAnnounce => "heeft vastgelegd dat iemand over het wissen van een beperkte sollicitatie is ingelicht",
        Key::StatusEnded => "De procedure is beëindigd",
        Key::StatusRestricted => "Uw sollicitatie mag nu niet worden gebruikt: de verwerking is beperkt.",
        Key::StatusAnnounced => "Uw sollicitatie blijft bewaard tot en met {} en wordt dan gewist",
        Key::StatusAnnouncedText => {
            "De verwerking is beperkt. Hebt u haar nodig voor een eigen rechtsvordering, zeg het dan vóór die dag tegen de functionaris voor gegevensbescherming: dan blijft zij bewaard (art. 18 lid 1 onder c AVG)."
        }
        Key::WaitsClaimsOne => "claim is niet op tijd bekeken",
        Key::WaitsClaimsMany => "claims zijn niet op tijd bekeken",
        Key::WaitsRequestsOne => "verzoek over gegevens wacht op antwoord",
        Key::WaitsRequestsMany => "verzoeken over gegevens wachten op antwoord",
        Key::WaitsAnnouncementsOne => "beperkte sollicitatie verdwijnt binnenkort: de persoon moet dat weten",
        Key::WaitsAnnouncementsMany => "beperkte sollicitaties verdwijnen binnenkort: de personen moeten dat weten",
        Key::AllDecided => "iedereen heeft een uitkomst",
        Key::ForgottenTitle => "Al drie maanden is er niets gebeurd",
        Key::ForgottenText => {
            "In deze procedures kwam niemand bij, ging niets verder en schreef niemand. Vraag HR te beslissen of ze af te sluiten."
        }
        Key::ProposalAgree => "Akkoord gaan",
        Key::ProposalDecline => "Afwijzen",
        Key::ProposalTakeBack => "Intrekken",
        Key::RefusedSecondPerson => "Hiervoor zijn twee mensen nodig: iemand anders van HR moet akkoord gaan.",
        Key::RefusedIdentity => "Het is nog niet bekend wie vraagt. Daarvoor wordt niets gegeven of gewist (art. 12 lid 6 AVG).",
        Key::RefusedUnchecked => "Kijk eerst elke opmerking na: met het antwoord leest de sollicitant ze.",
        Key::RefusedAddressConfirmed => "Het adres is bevestigd. Laat er een code naartoe mailen: daarmee wordt het gewijzigd.",
        Key::RefusedReopenedTooOften => {
            "Deze procedure is zo vaak heropend als kan. Plaats de vacature in plaats daarvan opnieuw."
        }
        Key::ExtensionTitle => "Meer tijd",
        Key::ExtensionText => {
            "Een latere afsluiting bewaart elke sollicitatie van deze procedure langer. Daarom moet een tweede persoon van HR akkoord gaan."
        }
        Key::ExtendTo => "Vanzelf afsluiten op",
        Key::ExtendToHint => "Uiterlijk op {}, twee jaar na de laatste sollicitatiedag.",
        Key::ExtensionSend => "Voorstellen",
        Key::ExtensionOwn => {
            "U hebt voorgesteld dat ze in plaats daarvan op {} vanzelf sluit. Een tweede persoon van HR moet akkoord gaan."
        }
        Key::ExtensionOfOther => {
            "{} stelt voor dat ze in plaats daarvan op {} vanzelf sluit. Elke sollicitatie van deze procedure wordt dan langer bewaard."
        }
        Key::ReopenLink => "Heropenen …",
        Key::ReopenTitle => "Deze procedure heropenen?",
        Key::ReopenNotNow => "Ze kan niet worden heropend",
        Key::ReopenTooLate => "Een procedure eindigt twee jaar na de laatste sollicitatiedag; hier is dat {}.",
        Key::ReopenNobody => {
            "Er is niemand meer die opnieuw in aanmerking komt: iedereen is gewist, over de termijn of overgedragen."
        }
        Key::ReopenEffects => "Wat er gebeurt als u haar heropent",
        Key::ReopenChosen => "Wie u kiest heeft weer geen uitkomst en krijgt de termijn van het nieuwe plan.",
        Key::ReopenOthers => "Alle anderen blijven geblokkeerd en houden hun termijn.",
        Key::ReopenNoIntake => "De vacature komt niet terug op de vacaturesite.",
        Key::ReopenWhy => "Waarom",
        Key::ReopenHireFellThrough => "Wie was aangenomen komt niet, of vertrok vroeg",
        Key::ReopenDecisionAnnulled => "Een rechter, de ondernemingsraad of wijzelf hebben de beslissing teruggedraaid",
        Key::ReopenMistake => "Ze is per vergissing afgesloten",
        Key::ReopenUntil => "Sluit vanzelf op",
        Key::ReopenWhom => "Voor wie",
        Key::ReopenSend => "Procedure heropenen",
        Key::HoldTitle => "Deze sollicitatie bewaren voor een claim",
        Key::HoldsTitle => "Claims",
        Key::HoldLink => "Bewaren voor een claim …",
        Key::HoldEffects => "Wat een claim doet",
        Key::HoldKeeps => "Zolang ze loopt wordt van de genoemde sollicitaties niets gewist, ook niet na hun termijn.",
        Key::HoldBlocked => "Ze opent niets: wat de afsluiting heeft geblokkeerd, blijft geblokkeerd.",
        Key::HoldEnds => "Twee mensen van HR beëindigen haar. Een verstreken controledag beëindigt niets.",
        Key::HoldSend => "Bewaren",
        Key::HoldClaimant => "Van degene die haar instelt",
        Key::HoldComparator => "Ter vergelijking",
        Key::HoldSince => "Sinds {}, te controleren vóór {}.",
        Key::HoldToClaim => "Naar de claim",
        Key::ClaimKindQuestion => "Wat is het",
        Key::ClaimAnnounced => "Claim aangekondigd",
        Key::ClaimLawsuit => "Rechtszaak",
        Key::ClaimAuthority => "Onderzoek door een instantie",
        Key::ClaimReason => "Waarom deze sollicitaties daarvoor nodig zijn",
        Key::ClaimReasonHint => "Wie wat eist, en wat elke sollicitatie laat zien.",
        Key::ClaimReviewOn => "Opnieuw bekijken vóór",
        Key::ClaimReviewHint => "Hooguit zes maanden vooruit. Daarna wordt HR herinnerd, dan de privacyfunctionaris.",
        Key::ClaimComparators => "Met wie wordt vergeleken",
        Key::ClaimComparatorsHint => "Alleen die nodig zijn: elk blijft zolang de claim loopt.",
        Key::ClaimsTitle => "Claims die de termijn stilzetten",
        Key::ClaimsMissedOne => "Eén claim is niet op tijd bekeken",
        Key::ClaimsMissedMany => "{} claims zijn niet op tijd bekeken",
        Key::ClaimsMissedText => "Ze lopen door, en wat ze bewaren blijft. Bekijk elke claim, of beëindig haar met twee mensen.",
        Key::ClaimMissedOne => "Eén keer niet bekeken",
        Key::ClaimMissedMany => "{} keer niet bekeken",
        Key::ClaimKept => "Over de termijn heen",
        Key::ClaimTitle => "Claim: {}",
        Key::ClaimOpened => "Ingevoerd op {}",
        Key::ClaimStands => "Hoe ze ervoor staat",
        Key::ClaimReviewTitle => "Bekijken",
        Key::ClaimReviewText => "Als ze nog loopt, zeg dan tot wanneer. De sollicitaties blijven zoals ze zijn.",
        Key::ClaimReviewNext => "Opnieuw bekijken vóór",
        Key::ClaimReviewSend => "Ze loopt nog",
        Key::ClaimEndTitle => "Beëindigen",
        Key::ClaimEndText => {
            "Als de claim is afgehandeld of niet meer kan worden ingesteld, stel dan voor haar te beëindigen. Een tweede persoon van HR moet akkoord gaan; wat over de termijn is, wordt dan gewist."
        }
        Key::ClaimEndPropose => "Einde voorstellen",
        Key::ClaimEndOwn => "U hebt op {} voorgesteld haar te beëindigen. Een tweede persoon van HR moet akkoord gaan.",
        Key::ClaimEndOfOther => {
            "{} stelde op {} voor haar te beëindigen. Als u akkoord gaat, wordt gewist wat over de termijn is."
        }
        Key::ClaimEndAgree => "Akkoord en beëindigen",
        Key::HistoryExtended => "{} ging ermee akkoord dat de procedure op {} vanzelf sluit",
        Key::HistoryReopened => "{} heropende de procedure: {}",
        Key::HistoryHeld => "{} voerde een claim in: ze wordt bewaard",
        Key::HistoryCompared => "{} voerde een claim in: ze wordt ter vergelijking bewaard",
        Key::HistoryReviewed => "{} bekeek de claim, opnieuw vóór {}",
        Key::HistoryEndProposed => "{} stelde voor de claim te beëindigen",
        Key::HistoryHoldEnded => "{} ging akkoord met het einde van de claim",
        Key::DidHold => "bewaarde een sollicitatie voor een claim",
        Key::DidReviewClaim => "bekeek een claim",
        Key::DidProposeEnd => "stelde voor een claim te beëindigen",
        Key::DidEndClaim => "beëindigde een claim",
        Key::DidProposeExtension => "stelde een latere afsluiting voor",
        Key::DidExtend => "ging akkoord met een latere afsluiting",
        Key::DidDropExtension => "liet het voorstel voor een latere afsluiting vallen",
        Key::DidReopen => "heropende een procedure",
        // Retention
        Key::PlanTitle => "Bewaartermijnen: wat wanneer gewist wordt, en waarom",
        Key::PlanAsOf => "Stand van {}",
        Key::PlanOverdue => "Te laat",
        Key::PlanOverdueOne => "Eén wissing is te laat",
        Key::PlanOverdueMany => "{} wissingen zijn te laat",
        Key::PlanOverdueText => {
            "De datum is voorbij en iets stond in de weg. Elke ronde probeert het vanzelf opnieuw; blijft dit zo, vraag het dan \
             aan wie de server beheert."
        }
        Key::OverdueOldest => "De oudste had gewist moeten zijn op",
        Key::OverdueHiding => "ze kunnen niet worden verborgen; de database neemt het niet aan.",
        Key::OverdueKey => "hun sleutels kunnen niet worden vernietigd; verborgen zijn ze wel.",
        Key::OverdueObjects => "niemand kan ze meer lezen, maar de objectopslag laat hun documenten niet los.",
        Key::OverdueRows => "niemand kan ze meer lezen, maar hun rijen kunnen niet worden gewist.",
        Key::OverdueClock => "de klok is verzet, en er wordt niets gewist tot iemand die bevestigt.",
        Key::OverdueNobody => "al uren is geen ronde tot een einde gekomen.",
        Key::OverdueNotReached => "de rondes zijn nog niet bij ze aangekomen.",
        Key::PlanEmptyTitle => "Er wacht niets om vergeten te worden",
        Key::PlanEmptyText => "Er is geen sollicitatie. Elke krijgt haar datum in de eerste minuut en staat vanaf dan hier.",
        Key::PlanAhead => "De komende twaalf maanden",
        Key::PlanByMonth => "Per maand en vacature",
        Key::PlanWhy => "Waarom dan",
        Key::PlanClosed => "De procedure is op {} afgesloten.",
        Key::PlanClosedByItself => "De procedure sloot vanzelf op {}.",
        Key::PlanCloses => "De procedure sluit vanzelf uiterlijk op {}.",
        Key::PlanReceipt => "De afwijzing is eerder ontvangen; de procedure loopt door.",
        Key::ChartTitle => "Te wissen sollicitaties: {}",
        Key::ChartNothing => "In de komende twaalf maanden wordt niets gewist",
        Key::ChartLate => "Te laat",
        Key::CertificatesTitle => "Recente wisbewijzen",
        Key::CertificatesNone => "Er is nog niets gewist.",
        // The deletion concept and the record of processing
        Key::ConceptTitle => "Wisconcept en verwerkingsregister",
        Key::ConceptLead => {
            "Gemaakt uit de instellingen zoals ze nu zijn. Het omvat wat Ablauf bewaart; wat u elders bewaart, in mailboxen of \
             op papier, moet u toevoegen. Druk de pagina af om de stand van vandaag vast te leggen."
        }
        Key::ConceptMissingTitle => "Nog niet volledig",
        Key::ConceptMissingText => "Nog niet vermeld: {}.",
        Key::ConceptMissingWho => "Een beheerder kan dat bij de instellingen doen.",
        Key::ConceptMissingNext => "Bij de instellingen vermelden",
        Key::ConceptPart => "Wisconcept",
        Key::ConceptPartText => {
            "Ingedeeld volgens DIN 66398: doel, standaardtermijnen en hun begin, soorten gegevens, uitvoering, \
             verantwoordelijkheid."
        }
        Key::ConceptPurpose => "Doel",
        Key::ConceptPurposeText => {
            "Gegevens van sollicitanten worden gewist zodra ze niet meer nodig zijn voor de beslissing of voor het verweer tegen \
             claims (art. 5 lid 1 onder e en art. 17 AVG). De datum volgt alleen uit uitdrukkelijke handelingen: geen notitie, \
             geen opmerking en geen blik verschuift hem."
        }
        Key::ConceptPeriods => "Standaardtermijn en wat hem start",
        Key::ConceptNewPostings => "Vacatures die vanaf nu worden gepubliceerd",
        Key::ConceptOlderPostings => "Oudere vacatures waarvoor nog sollicitaties bestaan",
        Key::ConceptCalendar => "Hoe er wordt geteld",
        Key::ConceptCalendarText => {
            "In kalenderdagen in de tijdzone {} (§ 187 lid 1, § 188 leden 2 en 3 BGB). De maanden worden in één keer opgeteld; \
             is de maand te kort, dan telt haar laatste dag. Het wissen moet gebeuren vanaf middernacht aan het eind van de \
             laatste dag."
        }
        Key::ConceptSooner => "Wat de termijn verkort",
        Key::ConceptSoonerText => {
            "Een wissing die de sollicitant vraagt en waar niets tegen staat (art. 17 AVG), en die van de sollicitatie van een \
             minderjarige, waar twee mensen mee instemmen: beide komen met de volgende wisronde."
        }
        Key::ConceptStops => "Wat tegen het wissen staat",
        Key::ConceptStopsText => {
            "Een claim, tot twee mensen van HR hem beëindigen (art. 17 lid 3 onder e AVG), en een beperking volgens art. 18 lid \
             1 onder b of c AVG, tot ze wordt opgeheven. Zolang wordt er niets van de sollicitatie gewist."
        }
        Key::ConceptClasses => "Soorten gegevens",
        Key::ConceptClass => "Soort gegevens",
        Key::ConceptPeriod => "Termijn",
        Key::ConceptFrom => "Vanaf",
        Key::ConceptGoes => "Hoe het wordt gewist",
        Key::ConceptOfApplicants => "Over sollicitanten",
        Key::ConceptOfDesk => "Over mensen aan de werkplek, en in browsers",
        Key::ConceptOfRemnants => "Wat een onderbreking achterlaat",
        Key::ConceptOfProofs => "Sleutels, kopieën en bewijzen",
        Key::ConceptOfNothing => "Wat Ablauf niet bewaart",
        Key::ConceptHow => "Uitvoering",
        Key::ConceptHowSweep => {
            "Elk kwartier wist een wisronde wat aan de beurt is, in vier stappen: het wordt verborgen, de sleutel wordt \
             vernietigd, de documenten worden gewist, de rijen worden gewist. Vanaf de tweede stap kan niemand het hier nog \
             lezen."
        }
        Key::ConceptHowCopies => {
            "Binnen een dag wisselt de sleutelgeneratie: eerder gemaakte kopieën van de sleuteldatabase openen dan niets meer. \
             Back-ups bevatten geen sleutels, en terugzetten brengt niets terug wat is gewist."
        }
        Key::ConceptHowCopiesByHand => {
            "Eerder gemaakte kopieën van de sleuteldatabase openen niets meer zodra de beheerder van de server de volgende \
             generatiesleutel heeft geplaatst en de oude heeft weggenomen; dat moet binnen een dag gebeuren. Back-ups bevatten \
             geen sleutels, en terugzetten brengt niets terug wat is gewist."
        }
        Key::ConceptHowProof => {
            "Van elke wissing staat een bewijs zonder persoonsgegevens in een logboek waarin een latere wijziging zichtbaar is. \
             Wat meer dan een dag te laat is, staat met de oorzaak op de werkplek. Een verzette klok houdt de wisronde tegen tot \
             iemand haar bevestigt."
        }
        Key::ConceptCheckpoints => "Ondertekende controlepunten van het logboek worden buiten de opslag bewaard.",
        Key::ConceptNoCheckpoints => {
            "Voor ondertekende controlepunten van het logboek is geen plaats buiten de opslag ingesteld."
        }
        Key::ConceptWho => "Verantwoordelijkheid",
        Key::ConceptWhoController => "Voor de termijnen en dit concept: {}",
        Key::ConceptWhoHr => "HR legt uitkomsten vast, sluit procedures af en voert claims en beperkingen in en beëindigt ze.",
        Key::ConceptWhoAdmin => {
            "De beheerder stelt de termijn in; elke wijziging staat in het logboek en geldt voor later gepubliceerde vacatures."
        }
        Key::ConceptWhoPrivacy => "De functionaris gegevensbescherming let op termijnen, te late wissingen en logboek: {}",
        Key::ConceptWhoOperator => {
            "Wie de servers beheert, bewaart back-ups, kopieën van de sleutels en het programmalogboek, en verwijdert ze op tijd."
        }
        Key::RecordPart => "Register van verwerkingsactiviteiten",
        Key::RecordPartText => "Behandeling van sollicitaties (art. 30 lid 1 AVG).",
        Key::RecordFacts => "Gegevens",
        Key::RecordPurposes => "Doeleinden",
        Key::RecordPurposesText => {
            "Sollicitaties ontvangen, behandelen en erover beslissen; verweer tegen claims; in het dienstverband overnemen wat \
             ervoor nodig is."
        }
        Key::RecordPersons => "Categorieën van betrokkenen",
        Key::RecordPersonsText => {
            "Sollicitanten; mensen die in hun documenten of in notities worden genoemd, zoals referenties; mensen die aan de \
             werkplek werken; contactpersonen van vacatures."
        }
        Key::RecordData => "Categorieën van persoonsgegevens",
        Key::RecordDataApplicants => {
            "Over sollicitanten: naam, e-mailadres, telefoonnummer, bericht, cv en andere documenten, notities en opmerkingen, \
             fase en uitkomst met reden, vrijgaven, claims, beperkingen, verloop. Naar bijzondere categorieën (art. 9 AVG) wordt \
             niet gevraagd; documenten kunnen ze bevatten."
        }
        Key::RecordDataDesk => {
            "Over mensen aan de werkplek: naam, e-mailadres, een hash van het wachtwoord, rollen, vermeldingen in het logboek."
        }
        Key::RecordInside => {
            "Intern: HR; hoofden van afdelingen voor zover HR het voor hen vrijgeeft; de functionaris gegevensbescherming ziet \
             termijnen, aantallen en het logboek."
        }
        Key::RecordPeriods => "Wistermijnen",
        Key::RecordPeriodsText => "Sollicitaties: {}. Alle andere soorten gegevens: in het wisconcept hierboven.",
        Key::RecordMeasures => "Technische en organisatorische maatregelen",
        Key::MeasureSealed => {
            "Wat sollicitanten sturen en wat over hen wordt geschreven, wordt verzegeld voordat het wordt opgeslagen, met een \
             eigen sleutel per sollicitatie."
        }
        Key::MeasureKeyFile => {
            "De generatiesleutel die deze sleutels opent, ligt in een bestand van de server, apart van de gegevens."
        }
        Key::MeasureKeySecret => {
            "De generatiesleutel die deze sleutels opent, wordt bewaard door wie de server beheert en hier alleen gelezen."
        }
        Key::MeasureKeyTransit => {
            "De generatiesleutel die deze sleutels opent, is zelf verzegeld door een sleuteldienst (Transit)."
        }
        Key::MeasureAccess => {
            "Toegang volgt rollen en vrijgaven die eindigen. Na de afsluiting en bij een beperking opent HR een sollicitatie \
             alleen voor een genoemd doel en {}."
        }
        Key::MeasureSignIn => {
            "Een aanmelding eindigt na {}. Na te veel verkeerde wachtwoorden is het wachten; wachtwoorden worden als \
             Argon2id-hashes bewaard."
        }
        Key::MeasureJournal => "Wie iets leest of wijzigt, staat in het logboek, waarin een latere wijziging zichtbaar is.",
        Key::MeasureWay => "De site is bereikbaar op {}. De proxy ervoor versleutelt de weg erheen (TLS).",
        Key::MeasureWayOpen => "De site is bereikbaar op {}, zonder versleuteling onderweg (TLS).",
        Key::MeasureNoTraces => {
            "Er wordt geen netwerkadres en geen toegangslogboek opgeslagen, en geen pagina legt contact met derden."
        }
        Key::MeasureRestore => {
            "Back-ups kunnen worden gecontroleerd en op proef geopend zonder iets te veranderen (ablauf fsck, ablauf restore \
             --drill)."
        }
        Key::PeriodMinutes => "{} minuten",
        Key::PeriodHours => "{} uur",
        Key::PeriodDays => "{} dagen",
        Key::PeriodAtMost => "hooguit {}",
        Key::PeriodWithApplication => "zoals de sollicitatie",
        Key::PeriodRequest => "zoals de sollicitatie; over niemand bekends drie jaar vanaf het antwoord",
        Key::PeriodUntilConverted => "tot de verwerking, meestal meteen",
        Key::PeriodUntilEnded => "tot het einde",
        Key::PeriodUntilAnswered => "tot het antwoord",
        Key::PeriodUntilDone => "tot het lukt",
        Key::PeriodUntilNext => "tot de volgende",
        Key::PeriodUnset => "geen in Ablauf",
        Key::PeriodPaper => "zoveel kalenderjaren als ingesteld, eerst 8",
        Key::PeriodJournalName => "zoveel maanden als ingesteld, eerst 24",
        Key::PeriodPool => "zolang als afgesproken, hoogstens 24 maanden",
        Key::PeriodEvidence => "36 maanden",
        Key::PeriodNotStored => "niet opgeslagen",
        Key::FromClose => "afsluiting van de procedure",
        Key::FromEarliest => "afsluiting van de procedure of ontvangst van de eigen afwijzing, wat het eerst komt",
        Key::FromReceipt => "ontvangst",
        Key::FromVoucherYear => "vanaf het einde van het jaar van het bewijsstuk",
        Key::FromConsent => "vanaf de dag van de toestemming",
        Key::FromConsentEnd => "vanaf het einde van de toestemming",
        Key::FromReport => "vanaf de melding aan de autoriteit, zonder melding vanaf het bekend worden",
        Key::FromMonth => "vanaf het einde van de maand waarin iemand iets deed",
        Key::FromMade => "het aanmaken",
        Key::FromEntered => "de invoer",
        Key::FromSignIn => "het aanmelden",
        Key::FromTry => "de poging",
        Key::FromForm => "het laatste zulke formulier",
        Key::FromQueued => "de handeling waarover ze bericht",
        Key::FromAsked => "het moment van aanvragen",
        Key::FromShown => "het tonen van de code",
        Key::FromChoice => "de laatste keuze",
        Key::FromWritten => "de laatste schrijfactie",
        Key::GoesFourSteps => "wisronde, in vier stappen, met bewijs",
        Key::GoesSecondStep => "vernietigd in de tweede stap van het wissen",
        Key::GoesKept => "de opschoning: sleutel, documenten, rijen, met een certificaat",
        Key::GoesFourthStep => "gewist met de rijen van de sollicitatie",
        Key::GoesRelease => {
            "eindigt vanzelf, eerder door intrekking, afwijzing, terugtrekking of afsluiting; de rij gaat met de sollicitatie"
        }
        Key::GoesExclusion => "door HR opgeheven; de rij met de sollicitatie",
        Key::GoesOpening => "sluit vanzelf; de wisronde wist de rij",
        Key::GoesRestriction => "opgeheven nadat de betrokkene het weet; de rij gaat met de sollicitatie",
        Key::GoesClaim => "beëindigd door twee mensen van HR; hij gaat met de laatste sollicitatie die ervoor werd bewaard",
        Key::GoesProposal => "gewist als iemand instemt, afwijst of terugtrekt, of als het geen onderwerp meer heeft",
        Key::GoesConverted => "gewist zodra het een sollicitatie wordt; de sleutel sterft als de generatie wisselt",
        Key::GoesBySweep => "gewist door de wisronde",
        Key::GoesMonthKey => {
            "de wisronde vernietigt de sleutel van de maand: wie het was, kan dan niemand meer zeggen; wat er gedaan is, blijft"
        }
        Key::GoesSession => "meteen geweigerd, gewist door de wisronde; afmelden wist haar",
        Key::GoesCode => "opent één keer iets, wordt daarna meteen geweigerd en bij de volgende ronde gewist",
        Key::GoesVisit => "wordt meteen geweigerd en bij de volgende ronde gewist; afmelden wist het",
        Key::GoesTry => "gewist door de wisronde, of door een geslaagde aanmelding",
        Key::GoesMemory => "daarna binnen een minuut vergeten; nooit opgeslagen",
        Key::GoesMail => {
            "verdwijnt zodra een server ze heeft aangenomen of ze wordt opgegeven; het adres van de laatste mail is verzegeld \
             onder de ontvangstsleutel, die bij de volgende wisseling sterft"
        }
        Key::GoesBrowser => "gewist door de browser",
        Key::GoesBucket => "verwijderd door een lifecycle-regel die de beheerder de bucket geeft",
        Key::GoesNextRestore => "verwijderd door de volgende terugzetting of proef",
        Key::GoesTurn => "sterft als de generatie wisselt",
        Key::GoesNextCopy => "verwijderd door de volgende kopie; opent niets meer als de generatie is gewisseld",
        Key::GoesOperator => "verwijderd door wie haar bewaart",
        Key::GoesLog => "verwijderd na zeven dagen door wie het bewaart",
        Key::GoesNotYet => "Ablauf wist het nog niet",
        Key::GoesStays => "blijft; noemt geen sollicitant",
        Key::GoesNothing => "niets te wissen",
        Key::ClassApplication => "Sollicitatie: wat is gestuurd, documenten, notities, opmerkingen, verloop, uitkomst",
        Key::ClassRecordKey => "Sleutel van een sollicitatie, met een controlegetal onder sleutel van het e-mailadres",
        Key::ClassFormToken => "Kenmerk van een formulier, zodat een dubbel gestuurd één keer telt",
        Key::ClassRelease => "Vrijgave",
        Key::ClassExclusion => "Voor iemand verborgen sollicitatie",
        Key::ClassOpening => "Opening van een geblokkeerde of beperkte sollicitatie",
        Key::ClassRestriction => "Beperking van de verwerking",
        Key::ClassClaim => "Claim, en waarom sollicitaties ervoor worden bewaard",
        Key::ClassProposal => "Voorstel dat op een tweede persoon wacht",
        Key::ClassEnvelope => "Formulier zoals het binnenkwam, verzegeld",
        Key::ClassQuarantine => "Formulier dat niet kon worden verwerkt, met zijn document",
        Key::ClassErasureRetry => "Aantekening van een mislukte wissing",
        Key::ClassEmployee => "Personeelsdossier van iemand die is aangenomen",
        Key::ClassPaper => "Bewijsstuk met wettelijke bewaarplicht, zoals een reisbon",
        Key::ClassPool => "Plaats in de talentpool",
        Key::ClassEvidence => "Bewijs van een toestemming",
        Key::ClassSession => "Sessie",
        Key::ClassFailedSignIn => "Mislukte aanmelding",
        Key::ClassFormNetwork => {
            "Netwerk waaruit sollicitatieformulieren zonder bewijs kwamen (ingekort adres, alleen in het werkgeheugen)"
        }
        Key::ClassReceiptCookie => "Ontvangstcode in de aanmeldcookie",
        Key::ClassLanguageCookie => "Taalcookie",
        Key::ClassAccount => "Account aan de werkplek, met rollen",
        Key::ClassPosting => "Vacature met haar contactpersoon; instellingen",
        Key::ClassPendingKey => "Sleutel die geen rij gebruikt",
        Key::ClassUnnamedObject => "Opgeslagen document dat geen rij noemt",
        Key::ClassStagedUpload => "Afgebroken upload, in een lokale opslag",
        Key::ClassMultipart => "Afgebroken upload, in een S3-bucket",
        Key::ClassThrowAway => "Werkkopie van een terugzetting of proef",
        Key::ClassGeneration => "Sleutelgeneratie met haar ontvangstsleutels",
        Key::ClassKeyCopy => "Kopie van de sleuteldatabase",
        Key::ClassBackup => "Back-up van gegevens, logboek en documenten",
        Key::ClassJournal => "Logboek: wie wat wanneer deed",
        Key::ClassJournalName => "Logboek: wie van het personeel het was",
        Key::ClassCertificate => "Wisbewijs; overlijdensaantekening van een sleutel",
        Key::ClassCheckpoint => "Ondertekend controlepunt van het logboek, elders bewaard",
        Key::ClassClockStop => "Stop van een verzette klok",
        Key::ClassBreach => "Datalek en de melding ervan",
        Key::ClassErrorLog => "Logboek van het programma, op standaardfout",
        Key::ClassAbandonedForm => "Verlaten of geweigerd formulier",
        Key::ClassAccessLog => "Toegangslogboek, netwerkadressen",
        Key::ClassMail => "E-mail die wacht op verzending",
        Key::ClassSearchCache => "Zoekindex, zoekcache",
        Key::ClassCode => "Code waarmee iemand laat zien wie hij is",
        Key::ClassVisit => "Bezoek van iemand die zo’n code heeft getoond",
        Key::ClassDisclosure => "Wat iemand van een opmerking over zichzelf leest",
        Key::ClassRequest => "Verzoek volgens art. 15 tot 21 AVG",
        // Journal
        Key::JournalText => "Wie wat heeft gelezen of veranderd, het nieuwste eerst. Ook dat u leest, staat hier.",
        Key::JournalEmptyTitle => "Hier staat niets",
        Key::JournalEmptyText => "Geen regel is ouder dan de laatste die u zag.",
        Key::JournalTime => "Tijd",
        Key::JournalWho => "Wie",
        Key::JournalDid => "Deed",
        Key::JournalWhat => "Waaraan",
        Key::JournalDetail => "Details",
        Key::JournalRecords => "{} dossiers",
        Key::JournalNoneTitle => "Niets gevonden",
        Key::JournalNoneText => "Geen regel past bij dit filter.",
        Key::JournalPerson => "Persoon",
        Key::JournalAnyone => "Iedereen",
        Key::JournalKind => "Soort handeling",
        Key::JournalAnyKind => "Elke soort",
        Key::JournalRecord => "Dossier",
        Key::JournalNoRecord => "Een dossier wordt genoemd met zijn 32 tekens, zoals het journaal ze toont.",
        Key::JournalFrom => "Van",
        Key::JournalTo => "Tot en met",
        Key::JournalSave => "Opslaan als tabel",
        Key::JournalBehindTitle => "Nog niet volledig",
        Key::JournalBehindText => "{} regels zijn nog niet ontsloten, een filter vindt ze nog niet. Ablauf doet dat vanzelf.",
        Key::SortOpenings => "Geopend",
        Key::SortDownloads => "Gedownload",
        Key::SortLists => "Lijsten en zoekopdrachten",
        Key::SortChanges => "Wijzigingen",
        Key::SortRefusals => "Weigeringen",
        Key::SortSignIns => "Inloggen",
        Key::DidSaveJournal => "heeft het journaal als tabel opgeslagen",
        Key::DidReadBreach => "heeft bekeken wie een datalek raakte",
        Key::DidSaveBreach => "heeft opgeslagen wie een datalek raakte",
        Key::DidEnterBreach => "heeft een datalek ingevoerd",
        Key::DidReportBreach => "heeft de melding van een datalek vastgelegd",
        Key::BreachesTitle => "Datalekken",
        Key::BreachesText => {
            "Welk account in verkeerde handen was, wie het volgens het journaal raakte, en de 72 uur om het de autoriteit te \
             melden (art. 33 AVG)."
        }
        Key::BreachesEmptyTitle => "Geen datalek",
        Key::BreachesEmptyText => "Er is er geen ingevoerd.",
        Key::BreachNew => "Datalek invoeren",
        Key::BreachNewText => {
            "Tijden volgens de klok van de werkgever. De 72 uur beginnen zodra het huis ervan wist, door wie dan ook."
        }
        Key::BreachEnter => "Invoeren",
        Key::BreachFrom => "Van",
        Key::BreachTo => "Tot",
        Key::BreachKnown => "Bekend sinds",
        Key::BreachKnownHint => "72 uur later moet het gemeld zijn. Nachten, weekenden en feestdagen tellen mee.",
        Key::BreachReport => "Melding aan de autoriteit",
        Key::BreachReported => "Aan de autoriteit gemeld",
        Key::BreachReportedAt => "Aan de autoriteit gemeld om",
        Key::BreachRecordReport => "Melding vastleggen",
        Key::BreachKnownSince => "Bekend sinds {}.",
        Key::BreachReportBy => "Uiterlijk te melden op {}.",
        Key::BreachReportedOn => "Gemeld {}.",
        Key::BreachLeftOne => "nog 1 uur",
        Key::BreachLeftMany => "nog {} uur",
        Key::BreachLateOne => "minder dan 1 uur te laat",
        Key::BreachLateMany => "{} uur te laat",
        Key::BreachOf => "Datalek: account van {}",
        Key::BreachSpan => "{} tot {}",
        Key::BreachSave => "Betrokkenen opslaan",
        Key::BreachTouched => "Wie het raakte",
        Key::BreachNobodyTitle => "Niemand",
        Key::BreachNobodyText => "Volgens het journaal raakte het account in deze tijd geen dossier van een persoon.",
        Key::BreachRefusedOne => "Eén keer werd het account daarbij geweigerd.",
        Key::BreachRefusedMany => "{} keer werd het account daarbij geweigerd.",
        Key::BreachForgottenTitle => "Hier kunnen er ontbreken",
        Key::BreachForgottenText => {
            "Voor een deel van deze tijd kan niemand meer zeggen wie van het personeel iets deed: de namen zijn op tijd \
             vergeten. Wat eerder als tabel werd opgeslagen, is volledig."
        }
        Key::BreachHow => "Hoe",
        Key::BreachFirst => "Eerst",
        Key::BreachLast => "Laatst",
        Key::BreachFate => "Nu",
        Key::BreachLive => "nog hier",
        Key::BreachErased => "gewist",
        Key::KindApplication => "Sollicitatie",
        Key::KindEmployee => "Personeelsdossier",
        Key::KindPaper => "Bewijsstuk",
        Key::KindPool => "Talentpool",
        Key::KindEvidence => "Bewijs van een toestemming",
        Key::StartBreaches => "Te melden datalekken",
        Key::StartUnusual => "Ongewoon veel gelezen",
        Key::StartUnusualText => {
            "Een account opende op één dag meer sollicitaties dan in de instellingen voorzien is. Dat hoeft niet fout te \
             zijn; vraag het na."
        }
        Key::StartUnusualLine => "{} opende {} sollicitaties",
        Key::SettingsJournal => "Journaal",
        Key::SettingsAlert => "Ongewoon lezen",
        Key::SettingsAlertHint => {
            "Opent een account op één dag meer verschillende sollicitaties dan dit aantal, dan hoort de functionaris \
             gegevensbescherming het."
        }
        Key::SettingsStaffMonths => "Wie het was: maanden",
        Key::SettingsStaffMonthsHint => {
            "Zo lang na het einde van een maand zegt het journaal nog wie van het personeel daarin iets deed. Wat er wanneer \
             met welk dossier gebeurde, blijft. 12 tot 60."
        }
        Key::ProofsTitle => "Bewijzen om elders te bewaren",
        Key::ProofsText => {
            "Een ondertekend controlepunt dat elders ligt, laat later zien of het journaal is herschreven. De openbare sleutel hoort erbij."
        }
        Key::ProofsCheckpoint => "Nieuwste controlepunt",
        Key::ProofsKey => "Openbare sleutel",
        Key::ProofsUnknown => "Geen wisbewijs heeft al dit nummer. Misschien is er een typefout.",
        Key::ByApplicant => "sollicitant",
        Key::DidApply => "heeft gesolliciteerd",
        Key::DidSignIn => "heeft ingelogd",
        Key::DidAddEmployer => "heeft een werkgever toegevoegd",
        Key::DidAddDepartment => "heeft een afdeling toegevoegd",
        Key::DidAddAccount => "heeft een account toegevoegd",
        Key::DidListApplications => "heeft sollicitaties opgevraagd",
        Key::DidReadApplication => "heeft een sollicitatie geopend",
        Key::DidReadDocument => "heeft een document geopend",
        Key::DidAddNote => "heeft een notitie geschreven",
        Key::DidAddComment => "heeft een opmerking geschreven",
        Key::DidMoveStage => "heeft de fase veranderd",
        Key::DidDecide => "heeft een uitkomst vastgelegd",
        Key::DidRecordReceipt => "heeft de ontvangst van een afwijzing vastgelegd",
        Key::DidRelease => "heeft delen vrijgegeven",
        Key::DidRevoke => "heeft een vrijgave ingetrokken",
        Key::DidStand => "heeft bij elke binnenkomst vrijgegeven",
        Key::DidEndStanding => "heeft een vrijgave bij elke binnenkomst beëindigd",
        Key::DidExclude => "heeft een sollicitatie voor iemand verborgen",
        Key::DidReadmit => "heeft iemand weer bij een sollicitatie toegelaten",
        Key::DidRecuse => "heeft zich uit een sollicitatie teruggetrokken",
        Key::DidRedact => "heeft een kopie zonder namen toegevoegd",
        Key::DidDraftPosting => "heeft een vacature geschreven",
        Key::DidEditPosting => "heeft een vacature gewijzigd",
        Key::DidBlind => "is een anonieme beoordeling begonnen",
        Key::DidLiftBlind => "heeft een anonieme beoordeling opgeheven",
        Key::DidExcludeFromPosting => "heeft gewijzigd wie niets van de sollicitaties op een vacature ziet",
        Key::DidPublishPosting => "heeft een vacature gepubliceerd",
        Key::DidStopIntake => "heeft de aanmelding gesloten",
        Key::DidClosePosting => "heeft een procedure afgesloten",
        Key::DidClosePlanned => "heeft een procedure op de geplande dag afgesloten",
        Key::DidReadJournal => "heeft het journaal gelezen",
        Key::DidReadManifest => "heeft de overdracht geopend",
        Key::DidHandOver => "heeft aan het personeelsdossier overgedragen",
        Key::DidReadEmployees => "heeft personeelsdossiers gelezen",
        Key::DidReadEmployeeDocument => "heeft een document uit een personeelsdossier geopend",
        Key::DidEnterPaper => "heeft een bewijsstuk opgenomen",
        Key::DidReadPapers => "heeft bewijsstukken gelezen",
        Key::DidEnterPool => "heeft een toestemming voor de talentpool vastgelegd",
        Key::DidReadPool => "heeft de talentpool gelezen",
        Key::DidWithdraw => "heeft het intrekken van een toestemming vastgelegd",
        Key::DidReadEvidence => "heeft de bewijzen van toestemming gelezen",
        Key::ByStranger => "niemand ingelogd",
        Key::ByForgotten => "iemand van het personeel; de naam is op tijd vergeten",
        Key::DidSignOut => "heeft uitgelogd",
        Key::DidFailSignIn => "een inlogpoging mislukte",
        Key::DidErase => "heeft een sollicitatie gewist",
        Key::DidRefuse => "is geweigerd",
        Key::RefusedForRole => "niet in de rollen",
        Key::RefusedAsHidden => "niet vrijgegeven aan deze persoon",
        Key::RefusedAsEnded => "de vrijgave was beëindigd",
        Key::RefusedAsBlocked => "na de afsluiting geblokkeerd",
        Key::RefusedAsRestricted => "verwerking beperkt",
        Key::RefusedAsBlind => "anonieme beoordeling",
        Key::RefusedAsErasing => "wordt gewist",
        Key::RefusedAsTyped => "met de invoer was niets te beginnen",
        Key::RefusedMore => "meer uit dezelfde minuut staan hier niet",
        Key::TriedTooOften => "na te veel pogingen een tijd vergrendeld",
        Key::RefusedDocument => "een document",
        Key::RefusedOneApplication => "een sollicitatie",
        Key::KeptUntil => "Bewaard tot en met",
        Key::KeptTitle => "Naast de procedures bewaard",
        Key::KeptClass => "Wat",
        Key::KeptCount => "Hoeveel",
        Key::KeptFirst => "Het eerste verdwijnt na",
        Key::PapersText => {
            "Bewijsstukken die u van de wet moet bewaren, elk verzegeld onder een eigen sleutel. HR en boekhouding leggen ze hier neer; alleen de boekhouding kan ze lezen."
        }
        Key::PapersEmptyTitle => "Nog geen bewijsstuk",
        Key::PapersEmptyText => "Reisbonnen van sollicitanten komen hier, los van hun sollicitaties, die veel eerder verdwijnen.",
        Key::PaperNew => "Bewijsstuk opbergen",
        Key::PaperNewText => {
            "Het krijgt een eigen sleutel en blijft als de sollicitatie verdwijnt. Ligt het hier, dan kan alleen de boekhouding het openen."
        }
        Key::PaperName => "Van wie",
        Key::PaperAbout => "Waarvoor",
        Key::PaperAboutHint => "Bijvoorbeeld: trein naar het gesprek en terug, 49 euro",
        Key::PaperVoucherOn => "Datum op het bewijsstuk",
        Key::PaperVoucherHint => "De jaren tellen vanaf het einde van het kalenderjaar van deze dag.",
        Key::PaperFile => "Bestand",
        Key::PaperFileHint => "PDF, DOCX of ODT, hoogstens {}",
        Key::PaperSend => "Opbergen",
        Key::DonePaper => "Het bewijsstuk is opgeborgen. Vanaf hier kan alleen de boekhouding het openen.",
        Key::DoneSettings => "De instellingen zijn opgeslagen",
        Key::DoneBrand => "De vormgeving is opgeslagen en geldt vanaf nu",
        Key::DoneLogo => "Het logo staat nu op de vacaturesite",
        Key::DoneLogoRemoved => "Het logo is verwijderd: in de plaats staat de naam",
        Key::DoneDeputy => "De waarnemer is benoemd",
        Key::DoneDeputyEnded => "De waarneming is beëindigd",
        Key::DoneDraft => "Het concept is opgeslagen",
        Key::DonePublished => "De vacature is gepubliceerd en neemt sollicitaties aan",
        Key::DoneIntakeStopped => "De aanmelding is gesloten: de openbare pagina neemt geen sollicitaties meer aan",
        Key::DoneNote => "De notitie is toegevoegd",
        Key::DoneStage => "De fase is gewijzigd",
        Key::DoneOutcome => "De uitkomst is vastgelegd",
        Key::DoneReleased => "Vrijgegeven: vanaf nu kan het gelezen worden",
        Key::DoneRevoked => "De vrijgave is ingetrokken: daarmee kan niets meer gelezen worden",
        Key::DoneRecorded => "Vastgelegd",
        Key::DoneOwnCorrected => "Gecorrigeerd.",
        Key::DoneOwnWithdrawn => "U hebt de sollicitatie ingetrokken.",
        Key::DoneOwnAsked => "Gevraagd. U krijgt een mail zodra het is beantwoord.",
        Key::DoneOwnRestricted => "Vanaf nu worden uw gegevens niet verder gebruikt. Een mens kijkt ernaar en antwoordt.",
        Key::DoneOwnErasing => "Geblokkeerd. Binnen een dag is alles gewist, en u krijgt het nummer van het wisbewijs per mail.",
        Key::DoneOwnAnswered => "Uw verzoek is vastgelegd. Wat ermee gebeurt staat hieronder.",
        Key::DoneRequest => "Het verzoek is ingevoerd.",
        Key::DoneAnswered => "Opgeslagen.",
        Key::DoneDismiss => "Sluiten",
        Key::PoolText => {
            "Mensen die schriftelijk hebben ingestemd om voor andere functies te worden benaderd, met wat zij wilden achterlaten. Elk verdwijnt op de afgesproken dag, of meteen bij intrekking."
        }
        Key::PoolEmptyTitle => "Niemand staat in de talentpool",
        Key::PoolEmptyText => "Na een afwijzing neemt de pagina van de sollicitatie een ondertekende toestemming op.",
        Key::PoolGivenOn => "Toestemming ondertekend op",
        Key::PoolPanelText => {
            "Met een ondertekende toestemming blijft de persoon, met de documenten van diens keuze, onder een eigen sleutel als deze sollicitatie verdwijnt."
        }
        Key::PoolEnter => "Ondertekende toestemming vastleggen",
        Key::PoolConsentLabel => "De tekst om te ondertekenen ({})",
        Key::PoolConsentText => {
            "Ik stem ermee in dat mijn naam, mijn contactgegevens en de door mij gekozen documenten worden bewaard om mij voor andere functies te benaderen, voor de hieronder genoemde tijd, hoogstens 24 maanden. Ik kan dit altijd en op elke manier intrekken; wat bewaard is wordt dan meteen gewist. Dat ik heb ingestemd wordt na afloop drie jaar als bewijs bewaard."
        }
        Key::PoolMonths => "Voor hoeveel maanden",
        Key::PoolMonthsHint => "1 tot 24, zoals de persoon heeft afgesproken",
        Key::PoolChannel => "Hoe de toestemming kwam",
        Key::ChannelLetter => "op papier",
        Key::ChannelInPerson => "ondertekend bij een ontmoeting",
        Key::ChannelMail => "per e-mail",
        Key::ChannelPhone => "per telefoon",
        Key::ChannelMet => "bij een ontmoeting",
        Key::ChannelErasure => "met een verzoek om wissing",
        Key::PoolDocuments => "Documenten die de persoon heeft gekozen",
        Key::PoolSend => "In de talentpool opnemen",
        Key::PoolIn => "In de talentpool tot en met {}",
        Key::PoolOpen => "Vermelding openen",
        Key::PoolNoDocuments => "De persoon heeft geen document achtergelaten.",
        Key::PoolWithdraw => "Intrekking vastleggen",
        Key::PoolWithdrawText => {
            "Elke manier telt. Vanaf dit moment leest niemand de vermelding, en de volgende opschoning wist haar."
        }
        Key::PoolWithdrawnOn => "Ingetrokken op",
        Key::PoolWithdrawnBy => "Hoe zij kwam",
        Key::PoolWithdrawSend => "Nu beëindigen",
        Key::EvidenceText => {
            "Dat iemand toestemming gaf voor de talentpool, met welke tekst, hoe, en tot wanneer: drie jaar na afloop, zodat het aantoonbaar is (art. 7 lid 1 AVG)."
        }
        Key::EvidenceEmptyTitle => "Geen toestemming om aan te tonen",
        Key::EvidenceEmptyText => "Elke toestemming voor de talentpool laat hier haar bewijs achter.",
        Key::EvidenceVersion => "Tekst",
        Key::EvidenceStood => "Gold tot en met",
        Key::EvidenceWithdrawn => "{}, ingetrokken {}",
        Key::DidListPeople => "heeft de accounts opgevraagd",
        Key::DidNameDeputy => "heeft een waarnemer benoemd",
        Key::DidEndDeputy => "heeft een waarneming beëindigd",
        Key::DidChangeSetting => "heeft een instelling gewijzigd",
        // Employee records and the handover
        Key::EmployeesEmptyTitle => "Nog geen personeelsdossier",
        Key::EmployeesEmptyText => {
            "Wordt iemand aangenomen, dan kiest u veld voor veld wat in het personeelsdossier komt. Voor al het andere loopt de \
             termijn door."
        }
        Key::EmployeesEmptyNext => "Aangenomen sollicitanten",
        Key::EmployeeStanding => "{}, {}; overgedragen op {}",
        Key::EmployeeItems => "Wat is overgedragen, en waarom",
        Key::EmployeeRest => "Wat niet is overgedragen, wordt met de sollicitatie gewist.",
        Key::HiredFor => "Aangenomen voor",
        Key::HandedOverOn => "Overgedragen",
        Key::HandoverTitle => "Overdragen aan het personeelsdossier",
        Key::HandoverText => "Kies alleen wat voor het dienstverband nodig is. Wat niet is aangevinkt, is vanaf {} gewist.",
        Key::HandoverWhat => "Wat in het dossier komt",
        Key::HandoverWhy => "{}: waarvoor het nodig is",
        Key::HandoverItem => "Gegeven",
        Key::HandoverContent => "Inhoud",
        Key::HandoverPurpose => "Doel",
        Key::HandoverBasis => "Grondslag",
        Key::HandoverNecessity => "Waarom het nodig is",
        Key::HandoverNecessityHint => "Eén zin, die in het dossier blijft.",
        Key::HandoverNecessityNeeded => "Zeg waarom ‘{}’ nodig is, of haal het vinkje weg",
        Key::HandoverNameNeeded => "Vink ‘{}’ aan: een dossier heeft een naam nodig",
        Key::HandoverNever => "Interne notities en opmerkingen gaan nooit mee.",
        Key::HandoverEffects => "Wat er gebeurt",
        Key::HandoverEffectSealed => {
            "De aangevinkte gegevens worden met een eigen sleutel opnieuw verzegeld, in het personeelsdossier van {} ({})."
        }
        Key::HandoverEffectRest => {
            "Voor de sollicitatie loopt de termijn door en de uitkomst staat vast; vanaf {} is zij gewist. Is de procedure \
             afgesloten, dan leest niemand haar meer."
        }
        Key::HandoverEffectOnce => "Dit kan maar één keer.",
        Key::HandoverSend => "Overdragen",
        Key::PurposeContract => "Sluiten en uitvoeren van het contract",
        Key::PurposePayroll => "Loon, belasting en sociale zekerheid",
        Key::PurposeQualification => "Bewijs van een kwalificatie",
        Key::PurposeReachability => "Bereikbaarheid",
        Key::PurposeProtection => "Rechten van ernstig gehandicapt personeel (§ 208 SGB IX)",
        Key::BasisContract => "Art. 6 lid 1 onder b AVG: overeenkomst",
        Key::BasisObligation => "Art. 6 lid 1 onder c AVG: wettelijke verplichting",
        Key::BasisEmployment => "§ 26 lid 1, lid 8 tweede zin BDSG: dienstverband",
        Key::BasisSpecial => "Art. 9 lid 2 onder b AVG, § 26 lid 3 BDSG: bijzondere categorieën",
        // Accounts and requests
        Key::PeopleText => "Wie mag inloggen. Gegevens van sollicitanten krijgt u niet te zien.",
        Key::PeopleRoles => "Rollen",
        Key::PeopleSince => "Sinds",
        Key::PeopleActive => "Mag inloggen",
        Key::PeopleDisabled => "Geblokkeerd op {}",
        Key::PeopleAdd => "Accounts worden voorlopig op de server toegevoegd, met de opdracht",
        Key::DeputiesTitle => "Waarnemer benoemen",
        Key::DeputiesText => "Een waarnemer ziet tot het einde van die dag wat aan de afdeling is vrijgegeven.",
        Key::DeputyWho => "Wie neemt waar",
        Key::DeputyOf => "Voor het hoofd van",
        Key::DeputyUntil => "Tot het einde van",
        Key::DeputySend => "Als waarnemer benoemen",
        Key::DeputyIs => "waarnemer tot {}",
        Key::DeputyEnd => "Nu beëindigen",
        Key::DeputyEndOf => "Waarneming door {} beëindigen",
        Key::RequestsEmptyTitle => "Er is geen verzoek binnengekomen",
        Key::RequestsEmptyText => {
            "Sollicitanten vragen op de statuspagina, met een code die hun wordt gemaild; wat per mail, telefoon of brief \
             komt wordt hieronder ingevoerd."
        }
        Key::RequestsDeadline => {
            "Een antwoord moet er binnen een maand zijn; wat in een weekend of op een feestdag zou eindigen, eindigt op de \
             volgende werkdag (art. 12 lid 3 AVG, verordening 1182/71)."
        }
        Key::RequestsWaiting => "Wachten op een antwoord",
        Key::RequestsDone => "Beantwoord",
        Key::RequestsNoneWaits => "Niets wacht.",
        Key::RequestOfNobody => "geen sollicitatie bekend",
        Key::RequestKindLabel => "Wat wordt gevraagd",
        Key::RequestChannelLabel => "Hoe het kwam",
        Key::RequestReceivedOn => "Ontvangen",
        Key::RequestAnswerBy => "Antwoord",
        Key::RequestIdentity => "Wie het is",
        Key::RequestEnterTitle => "Langs een andere weg",
        Key::RequestEnter => "Een verzoek invoeren dat per mail, telefoon of brief kwam",
        Key::RequestEnterNobody => {
            "Over niemand in het bijzonder. Voor een verzoek van een sollicitant begint u op de pagina van de sollicitatie; \
             wat geblokkeerd of beperkt is, opent u eerst via exact opzoeken."
        }
        Key::RequestEnterAbout => "Over deze sollicitatie:",
        Key::RequestEnterSend => "Invoeren",
        Key::RequestFromApplication => "Verzoek per mail, telefoon of brief invoeren",
        Key::RequestFacts => "Het verzoek",
        Key::RequestAbout => "Over",
        Key::RequestApplication => "de sollicitatie",
        Key::RequestAsked => "In de woorden van de sollicitant",
        Key::RequestNoWords => "Er is niets bij geschreven.",
        Key::RequestReplied => "Het antwoord",
        Key::RequestReplyText => "Wat de sollicitant leest",
        Key::ChannelStatus => "op de statuspagina",
        Key::IdentityCode => "toonde de gemailde code",
        Key::IdentityCall => "teruggebeld op het bekende nummer",
        Key::IdentityPerson => "kwam persoonlijk",
        Key::IdentityOpen => "nog niet bekend",
        Key::IdentityTitle => "Zeker weten wie vraagt",
        Key::IdentityText => {
            "Vraag niet meer dan nodig (art. 12 lid 6 AVG): terugbellen op het bekende nummer is meestal genoeg; een kopie \
             van een identiteitsbewijs meestal te veel."
        }
        Key::IdentitySend => "Vastleggen",
        Key::CheckTitle => "Nakijken wat is geschreven",
        Key::CheckText => {
            "Met het antwoord leest de sollicitant elk hiervan, tenzij het iets over een ander zegt: een medekandidaat, een \
             bron, een collega (art. 15 lid 4 AVG). Wie schreef verschijnt als rol."
        }
        Key::CheckQuestion => "Wat leest de sollicitant ervan?",
        Key::CheckWhole => "Alles",
        Key::CheckRedacted => "De versie hieronder, zonder anderen",
        Key::CheckWithheld => "Niets dan de reden hieronder",
        Key::CheckWords => "Versie of reden",
        Key::CheckWordsHint => "Haal weg of vervang wat over anderen gaat. Wat over de sollicitant zelf gaat blijft.",
        Key::CheckSend => "Opslaan",
        Key::CheckDone => "nagekeken",
        Key::CheckOpen => "open",
        Key::CheckOpenForm => "Wat de sollicitant leest",
        Key::AnswerTitle => "Het antwoord",
        Key::AnswerNotYet => "Nog niet",
        Key::AnswerGrant => "Doen zoals gevraagd",
        Key::AnswerGrantSend => "Antwoorden: gedaan",
        Key::AnswerGrantHint => "De sollicitant krijgt een mail dat er een antwoord is en leest het op de statuspagina.",
        Key::AnswerRefuse => "Weigeren, met de reden",
        Key::AnswerRefuseSend => "Antwoorden: geweigerd",
        Key::AnswerRefuseHint => {
            "Zeg waarom (art. 12 lid 4 AVG). Dat een klacht bij de toezichthouder en de gang naar de rechter openstaan, komt \
             er vanzelf bij."
        }
        Key::AnswerRefuseWords => {
            "U kunt een klacht indienen bij de toezichthouder uit de privacyverklaring, of naar de rechter gaan."
        }
        Key::StepsInformation => "Wat is ingediend, leest de sollicitant al. Kijk de opmerkingen na en antwoord dan.",
        Key::StepsCorrection => {
            "Corrigeer wat fout is of vul aan wat ontbreekt; antwoord dan. Wie het ontving hoort het (art. 19 AVG)."
        }
        Key::StepsErasure => {
            "Leg het verzoek om wissing vast op de pagina van de sollicitatie: daar staat wat er gebeurt. Antwoord dan."
        }
        Key::StepsRestriction => {
            "Ze is beperkt sinds erom is gevraagd, of u beperkt haar op de pagina van de sollicitatie. Voordat dat wordt \
             opgeheven hoort de sollicitant het (art. 18 lid 3 AVG)."
        }
        Key::StepsPortability => {
            "Op de statuspagina slaat de sollicitant ze zelf op. Wie dat niet kan krijgt ze langs een andere weg."
        }
        Key::StepsObjection => {
            "Tot uw antwoord is de sollicitatie beperkt. Weeg de situatie van de sollicitant af tegen waarvoor ze nodig is \
             (art. 21 lid 1 AVG)."
        }
        Key::WordsInformation => "Op de statuspagina leest u wat over u wordt bewaard, en kunt u het opslaan.",
        Key::WordsCorrection => "Wij hebben het gecorrigeerd.",
        Key::WordsErasure => "Uw sollicitatie is geblokkeerd en wordt gewist; de datum staat op de statuspagina.",
        Key::WordsRestriction => "Uw gegevens worden niet verder gebruikt. U hoort het voordat dat eindigt.",
        Key::WordsObjection => "Wij hebben uw bezwaar bekeken en gebruiken uw gegevens niet verder.",
        // The clock of the server
        Key::ClockTitle => "De klok van de server",
        Key::ClockStoppedTitle => "De klok is verzet: er wordt niets gewist",
        Key::ClockJumped => "Hij had {} moeten aangeven. Hij sprong naar {}.",
        Key::ClockSetBack => "Hij had al {} aangegeven. Hij is teruggezet naar {}.",
        Key::ClockStoppedText => {
            "Geen procedure sluit vanzelf en geen sollicitatie wordt gewist voordat iemand de klok heeft bevestigd."
        }
        Key::ClockWho => "De functionaris gegevensbescherming of een beheerder kan dat doen.",
        Key::ClockLook => "Klok controleren",
        Key::ClockShows => "Hij geeft nu aan",
        Key::ClockLastPass => "Laatste wisronde",
        Key::ClockNoPass => "Nog geen",
        Key::ClockConfirmTitle => "Is het {}?",
        Key::ClockConfirmText => {
            "Vergelijk eerst met een andere klok: wat gewist is, komt niet terug. Loopt hij verkeerd, laat dan de klok van de \
             server goed zetten en kom hier terug; tot dan gebeurt er niets."
        }
        Key::ClockClosesOne => "Eén procedure sluit vanzelf.",
        Key::ClockClosesMany => "{} procedures sluiten vanzelf.",
        Key::ClockErasesOne => "Eén sollicitatie is volgens deze klok aan de beurt en wordt voorgoed gewist.",
        Key::ClockErasesMany => "{} sollicitaties zijn volgens deze klok aan de beurt en worden voorgoed gewist.",
        Key::ClockKeptOne => {
            "Eén bewijsstuk, plaats in de talentpool of bewijs van een toestemming is volgens deze klok aan de beurt en wordt voorgoed gewist."
        }
        Key::ClockKeptMany => {
            "{} bewijsstukken, plaatsen in de talentpool en bewijzen zijn volgens deze klok aan de beurt en worden voorgoed gewist."
        }
        Key::ClockNothingDue => "Volgens deze klok is er nu niets aan de beurt.",
        Key::ClockConfirmSend => "Ja, de klok loopt goed",
        Key::ClockLeave => "Nog niet",
        Key::ClockFine => "De klok is te vertrouwen. Er valt niets te bevestigen.",
        Key::DidConfirmClock => "heeft de klok bevestigd",
        Key::DidStopClock => "is gestopt omdat de klok is verzet",
        // Settings of the desk
        Key::NavSettings => "Instellingen",
        Key::NavGallery => "Galerij",
        Key::NavOutbox => "Uitgaande post",
        Key::OutboxLead => "Een demo verstuurt geen e-mail. Wat ze verstuurd zou hebben, staat hier tot ze stopt.",
        Key::OutboxTo => "aan {}",
        Key::OutboxEmpty => "Nog geen e-mail",
        Key::OutboxEmptyText => "Solliciteer op een vacature, en de e-mail die dat bevestigt, staat hier.",
        Key::NavBrand => "Vormgeving",
        Key::SettingsText => {
            "Wat in de privacyverklaring alleen u weet, en hoe lang sollicitaties worden bewaard. Uw woorden staan in de verklaring \
             zoals ze zijn, in welke taal iemand haar ook leest."
        }
        Key::SettingsMissingTitle => "Er kan nog geen vacature worden gepubliceerd",
        Key::SettingsMissingText => "De privacyverklaring moet alles noemen voordat iemand solliciteert. Nog leeg: {}.",
        Key::SettingsController => "Verwerkingsverantwoordelijke",
        Key::SettingsControllerHint => {
            "Naam en adres van de werkgever en hoe men hem bereikt; ook zijn vertegenwoordiger, als hij die heeft (art. 13 lid 1 \
             onder a AVG)."
        }
        Key::SettingsOfficerHint => {
            "Naam, en hoe men de functionaris bereikt. Staat ook op elke ontvangstbevestiging (art. 13 lid 1 onder b AVG)."
        }
        Key::SettingsAuthority => "Toezichthouder",
        Key::SettingsAuthorityHint => {
            "Bij wie men een klacht kan indienen, meestal die van uw deelstaat (art. 13 lid 2 onder d AVG)."
        }
        Key::SettingsRecipients => "Ontvangers",
        Key::SettingsRecipientsHint => {
            "Wie buiten de werkgever gegevens ontvangt, of dat niemand dat doet (art. 13 lid 1 onder e AVG)."
        }
        Key::SettingsCountries => "Landen buiten de EU",
        Key::SettingsCountriesHint => {
            "Waarheen gegevens gaan en met welke waarborgen, of dat ze naar geen enkel land gaan (art. 13 lid 1 onder f AVG)."
        }
        Key::SettingsRegion => "Waar de gegevens staan",
        Key::SettingsRegionHint => {
            "De plaats van de servers, en wie ze beheert. Wie dat voor u doet, is ook ontvanger (art. 13 lid 1 onder e AVG)."
        }
        Key::SettingsRetentionText => {
            "Dit telt voor vacatures die na de wijziging worden gepubliceerd. Elke andere houdt de termijn waarmee zij is \
             gepubliceerd."
        }
        Key::SettingsMonths => "Maanden",
        Key::SettingsMonthsHint => {
            "1 tot en met 60. De privacyverklaring noemt dit getal, elke vacature haar dag (art. 13 lid 2 onder a AVG)."
        }
        Key::SettingsPaperYears => "Bewijsstukken: kalenderjaren",
        Key::SettingsPaperYearsHint => {
            "6 tot 10, geteld vanaf het einde van het jaar van het bewijsstuk (§ 257 HGB, § 147 AO). Geldt voor bewijsstukken die vanaf nu worden opgenomen."
        }
        Key::SettingsStart => "Geteld vanaf",
        Key::SettingsStartProcedure => "De afsluiting van de procedure, voor al haar sollicitanten gelijk",
        Key::SettingsStartEarliest => "De ontvangst van de eigen afwijzing, als die voor de afsluiting komt",
        Key::SettingsSave => "Instellingen opslaan",
        Key::BrandTitle => "Vormgeving en colofon",
        Key::BrandText => "Hoe de vacaturesite eruitziet en wie erachter staat. Wijzigingen gelden meteen.",
        Key::BrandSee => "Vacaturesite bekijken",
        Key::BrandName => "Naam van de werkgever",
        Key::BrandNameHint => "Staat boven elke openbare pagina en in elke vacature.",
        Key::BrandAccent => "Accentkleur",
        Key::BrandAccentNone => "Die van Ablauf",
        Key::BrandAccentOwn => "Een eigen kleur",
        Key::BrandAccentOwnLabel => "Eigen kleur",
        Key::BrandAccentHint => {
            "Links, knoppen en wat gekozen is nemen die kleur aan. In het donker komt er een lichtere van dezelfde tint voor in \
             de plaats. Bij beide blijft tekst leesbaar."
        }
        Key::BrandImprint => "Colofon",
        Key::BrandImprintHint => {
            "§ 5 DDG (de Duitse wet) vraagt er een: naam, adres, vertegenwoordiging, e-mail, register. Schrijf het hier in \
             Markdown, of geef alleen het https-adres waar het al staat. Elke openbare pagina verwijst ernaar."
        }
        Key::BrandImprintMissing => "De vacaturesite heeft nog geen colofon",
        Key::BrandImprintMissingText => "Wie op het web iets aanbiedt, moet zeggen wie hij is (§ 5 DDG).",
        Key::BrandSave => "Vormgeving opslaan",
        Key::LogoTitle => "Logo",
        Key::LogoText => {
            "Het komt boven aan de vacaturesite in de plaats van de naam, en verschijnt in de voorvertoning als iemand een link \
             ernaartoe deelt."
        }
        Key::LogoFile => "Afbeelding",
        Key::LogoFileHint => {
            "PNG, JPEG of WebP, hooguit {} en {} pixels aan elke zijde. In het donker staat het op een licht vlak."
        }
        Key::LogoHas => "{} bij {} pixels, {}",
        Key::LogoHeavy => "Elke bezoeker laadt het. Onder {} blijft een pagina zo licht als ze hoort te zijn.",
        Key::LogoNotAPicture => "Kies een PNG, JPEG of WebP die niet beweegt. Dit bestand is er geen, hoe de naam ook eindigt.",
        Key::LogoTooHeavy => "Het bestand is te groot: hooguit {}. Sla de afbeelding op met minder pixels.",
        Key::LogoEmpty => "Het bestand is leeg. Kies er een waar uw logo in staat.",
        Key::LogoMissing => "Kies het bestand met uw logo",
        Key::LogoSave => "Dit logo gebruiken",
        Key::LogoRemove => "Logo verwijderen",
        Key::LogoRemoveOpen => "Logo verwijderen …",
        Key::LogoRemoveText => "Vanaf dit moment staat de naam er weer voor in de plaats. De afbeelding wordt niet bewaard.",
        Key::GalleryText => {
            "Elk stuk waaruit deze pagina’s bestaan, zoals het echt is. Deze pagina is er alleen in een demonstratie."
        }
        Key::GalleryType => "Letters",
        Key::GallerySpace => "Ruimte",
        Key::GalleryColours => "Kleuren",
        Key::GalleryColoursText => {
            "Overdag en ’s nachts. Het getal is het laagste contrast van tekst in deze kleur met wat eronder ligt; 4,5 op 1 is \
             nodig."
        }
        Key::GalleryColour => "Kleur",
        Key::GalleryMeaning => "Betekenis",
        Key::GalleryContrast => "Contrast overdag, ’s nachts",
        Key::GalleryGround => "waar alles op staat",
        Key::GalleryInk => "tekst",
        Key::GalleryMuted => "de tweede stem",
        Key::GalleryEdge => "wat scheidt en omlijst",
        Key::GalleryAccent => "wat men kan doen, en hoe ver een sollicitatie is",
        Key::GalleryOnAccent => "tekst op knoppen en wat men kiest",
        Key::GalleryEmber => "een datum die nadert",
        Key::GalleryAlarm => "te laat, fout, niet terug te draaien",
        Key::GalleryGood => "aangenomen, gedaan",
        Key::GalleryBlock => "vastgehouden, beperkt, gesloten om te lezen",
        Key::GalleryButtons => "Knoppen",
        Key::GalleryPrimary => "De bedoelde",
        Key::GalleryPlain => "Een andere",
        Key::GalleryDanger => "Niet terug te draaien",
        Key::GalleryQuiet => "Naast andere",
        Key::GalleryOff => "Nu niet",
        Key::GalleryForm => "Formulieren",
        Key::GalleryHint => "Wat helpt bij het invullen, staat erboven.",
        Key::GalleryWrong => "Met alle fouten tonen",
        Key::GalleryBadges => "Toestanden",
        Key::GalleryDates => "Datums die lopen",
        Key::GalleryMessages => "Meldingen",
        Key::GalleryMessage => "Wat het betekent voor wie het leest, in een of twee zinnen.",
        Key::GalleryAsk => "Dialoog en bevestiging",
        Key::GalleryAskText => {
            "Vóór een handeling die anderen meteen merken, wordt gevraagd; wat gedaan is, zegt de pagina die volgt."
        }
        Key::GalleryAskOpen => "Iets doen …",
        Key::GalleryAskAct => "Doen",
        Key::GalleryFold => "Uitklappen en stappen",
        Key::GalleryFoldTitle => "Wat niet iedereen nodig heeft",
        Key::GalleryProgress => "Voortgang",
        Key::GalleryLists => "Lijsten",
        Key::GalleryEmpty => "Hier is niets",
        // End of desk
    }
}
