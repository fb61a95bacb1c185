//! Who applies as planner for the technicians in the field.

use super::{Format, Group, Headings, Language, Outcome, Person, Stage};

pub(super) const GROUP: Group =
    Group { posting: "planner-buitendienst", language: Language::Nl, headings: Headings::of(Language::Nl), people: PEOPLE };

const PEOPLE: &[Person] = &[
    Person {
        first_name: "Sanne",
        last_name: "de Wolff",
        email: "sanne.dewolff@example.org",
        phone: "+31 6 00 00 21 31",
        town: "Schiedam",
        headline: "Planner thuiszorg",
        summary: "Al negen jaar puzzel ik met routes, roosters en mensen. In de thuiszorg leer je dat een planning om \
                  zeven uur 's ochtends nog moet kunnen veranderen.",
        jobs: &[
            "2019 – heden | Planner wijkteams | Zorg aan de Schie, Schiedam | Routes voor 34 medewerkers, zeven \
             dagen per week | Reistijd met 18 procent verkort door vaste wijken | Invoering van een nieuw planbord begeleid",
            "2016 – 2019 | Medewerker planning | Leerlingenvervoer Rijnmond, Rotterdam | Dagelijks 120 ritten",
            "2014 – 2016 | Telefonist | Huisartsenpost, Vlaardingen",
        ],
        education: &["2011 – 2014 | Mbo-4 Logistiek supervisor | Albeda, Rotterdam", "2011 | Havo | Schiedam"],
        skills: &[
            "Planning: routeoptimalisatie, roosterregels, afspraken aan de telefoon",
            "Software: Excel met draaitabellen, twee planborden",
        ],
        languages: &["Nederlands: moedertaal", "Engels: goed"],
        message: "Beste Annelies, een monteur die stilstaat is net als een wijkverpleegkundige zonder route: zonde, en \
                  iedereen belt. In Schiedam heb ik de reistijd met vaste wijken flink teruggebracht en dat lijkt me \
                  bij zes corporaties ook te kunnen. Van warmtepompen weet ik niets, van bellen des te meer.",
        format: Format::Pdf,
        days_ago: 25,
        stage: Stage::Interview,
        decision: None,
        released: true,
        notes: &["Gesprek woensdag om 9.30 uur op kantoor, daarna kort meelopen bij de planning."],
        comments: &["Precies de ervaring die we zoeken. Sector is bijzaak."],
    },
    Person {
        first_name: "Ricardo",
        last_name: "Pinas",
        email: "ricardo.pinas@example.com",
        phone: "+31 6 00 00 21 38",
        town: "Rotterdam",
        headline: "Werkvoorbereider en planner installatietechniek",
        summary: "Begonnen als cv-monteur, na een knieblessure naar kantoor. Ik weet hoe lang een klus echt duurt.",
        jobs: &[
            "2018 – heden | Werkvoorbereider | Maaszicht Installaties BV, Rotterdam | Planning van acht monteurs | \
             Materiaal klaarzetten per bus | Contact met twee woningcorporaties",
            "2008 – 2018 | Cv-monteur | Maaszicht Installaties BV, Rotterdam | Onderhoud en storing",
            "2006 – 2008 | Leerling-monteur | Installatiebedrijf Noordereiland, Rotterdam",
            "2004 – 2006 | Magazijnhulp | Bouwmarkt Zuiderpark, Rotterdam",
        ],
        education: &[
            "2018 – 2020 | Mbo-4 Werkvoorbereider installatie (avondopleiding) | Zadkine, Rotterdam",
            "2008 | Mbo-2 Monteur werktuigkundige installaties | Rotterdam",
        ],
        skills: &["Techniek: cv-ketels, warmtepompen (cursus 2024), tekening lezen", "Planning: Syntess, Excel"],
        languages: &["Nederlands: moedertaal", "Sranantongo: goed", "Engels: redelijk"],
        message: "Dag mevrouw Verbrugge, ik heb tien jaar zelf in die busjes gezeten en weet dus welke planning op papier \
                  klopt en op straat niet. Twee van uw corporaties ken ik bij naam, en hun portiers ook. Ik zoek een \
                  bedrijf dat vooruit wil met warmtepompen.",
        format: Format::Pdf,
        days_ago: 24,
        stage: Stage::Offer,
        decision: None,
        released: true,
        notes: &["Wil graag 3.550 euro en de fiets. Voorstel ligt bij Annelies.", "Opzegtermijn een maand."],
        comments: &["Kent het vak van binnenuit. Dit wordt hem, als het aan mij ligt."],
    },
    Person {
        first_name: "Youssef",
        last_name: "Benali",
        email: "youssef.benali@example.net",
        phone: "+31 6 00 00 21 46",
        town: "Dordrecht",
        headline: "Transportplanner",
        summary: "Zes jaar planner bij een koelvervoerder: krappe tijden, veel telefoon, weinig marge.",
        jobs: &[
            "2020 – heden | Transportplanner | Drechtkoel Transport, Dordrecht | 26 wagens, internationaal | \
             Chauffeursuren en rusttijden bewaakt",
            "2017 – 2020 | Expeditiemedewerker | Bloemenexport Barendrecht",
            "2015 – 2017 | Magazijnmedewerker | Bloemenexport Barendrecht",
        ],
        education: &["2012 – 2015 | Mbo-4 Manager transport en logistiek | Dordrecht"],
        skills: &["Planning: boordcomputers, tachograaf, tijdvensters", "Software: TMS, Excel"],
        languages: &["Nederlands: moedertaal", "Tarifit: goed", "Engels: goed", "Duits: redelijk"],
        message: "Beste Annelies Verbrugge, vracht klaagt niet als hij later komt, huurders wel, en toch zou ik graag ruilen. \
                  Ik ben gewend om een dag drie keer opnieuw te plannen zonder boos te worden. Met Duitse collega's \
                  bel ik nu al elke week.",
        format: Format::Docx,
        days_ago: 18,
        stage: Stage::Review,
        decision: None,
        released: true,
        notes: &[],
        comments: &["Goede tweede kandidaat. Graag uitnodigen voor een eerste gesprek."],
    },
    Person {
        first_name: "Marloes",
        last_name: "Kuipers",
        email: "marloes.kuipers@example.org",
        phone: "+31 6 00 00 21 53",
        town: "Delft",
        headline: "Roostermaker voortgezet onderwijs",
        summary: "Een schoolrooster is een planning voor 1.400 mensen die allemaal op vrijdagmiddag vrij willen.",
        jobs: &[
            "2015 – heden | Roostermaker | Scholengroep Delfland, Delft | Rooster voor drie locaties | \
             Dagelijkse wijzigingen bij ziekte",
            "2010 – 2015 | Administratief medewerker | Scholengroep Delfland, Delft",
            "2008 – 2010 | Bijbaan op het secretariaat | Sportbond Haaglanden, Den Haag | Competitierooster voor 90 teams",
        ],
        education: &["2006 – 2010 | Hbo Bedrijfskunde | De Haagse Hogeschool"],
        skills: &["Planning: Zermelo, Untis, SQL voor eigen overzichten", "Overig: klachten omzetten in afspraken"],
        languages: &["Nederlands: moedertaal", "Engels: goed", "Frans: redelijk"],
        message: "Geachte mevrouw Verbrugge, na elf jaar roosters maken wil ik plannen voor mensen die buiten werken. \
                  Dat planbord dat meedenkt spreekt me aan: ik heb er voor school zelf een gebouwd, met te veel \
                  Excel. Graag vertel ik wat daar goed aan was en wat niet.",
        format: Format::Odt,
        days_ago: 4,
        stage: Stage::Received,
        decision: None,
        released: false,
        notes: &[],
        comments: &[],
    },
    Person {
        first_name: "Gerben",
        last_name: "Hoekstra",
        email: "gerben.hoekstra@example.com",
        phone: "+31 6 00 00 21 60",
        town: "Drachten",
        headline: "Teamleider buitendienst",
        summary: "Vijftien jaar leidinggeven in de glasvezelaanleg, altijd buiten, altijd onderweg.",
        jobs: &[
            "2011 – heden | Teamleider buitendienst | Fryslân Glas, Drachten | 22 monteurs, aanleg en storing",
            "2004 – 2011 | Monteur telecom | Noordnet, Leeuwarden",
            "2002 – 2004 | Leerling-monteur | Noordnet, Leeuwarden",
        ],
        education: &["2000 – 2004 | Mbo-3 Elektrotechniek | Leeuwarden"],
        skills: &["Leiding: werkoverleg, beoordelen, verzuim", "Techniek: glasvezel, koper, graven"],
        languages: &["Nederlands: moedertaal", "Fries: moedertaal", "Engels: redelijk"],
        message: "Goedendag, ik zoek een functie waarin ik een team van monteurs aanstuur. Uw monteurs lijken me een mooie \
                  ploeg. Verhuizen doe ik niet, maar ik kan twee dagen per week naar Rotterdam komen en de rest vanuit \
                  Drachten doen.",
        format: Format::Pdf,
        days_ago: 21,
        stage: Stage::Review,
        decision: Some((Outcome::Rejected, 11, "Zoekt leidinggevende functie; planning vraagt vijf dagen op kantoor.")),
        released: false,
        notes: &["Gebeld en uitgelegd; hij vond het zelf ook niet de goede match."],
        comments: &[],
    },
    Person {
        first_name: "Fatma",
        last_name: "Özdemir",
        email: "fatma.ozdemir@example.net",
        phone: "+31 6 00 00 21 67",
        town: "Rotterdam",
        headline: "Servicecoördinator",
        summary: "Ik coördineer storingen voor liften: twaalf jaar tussen de beller en de monteur.",
        jobs: &[
            "2014 – heden | Servicecoördinator | Hefpunt Liften, Rotterdam | Storingsdienst voor 2.300 liften | \
             Bezetting tijdens feestdagen | Nieuwe collega's ingewerkt",
            "2011 – 2014 | Receptioniste | Hotel aan de Nieuwe Maas, Rotterdam",
            "2009 – 2011 | Medewerker bediening, naast school | Lunchroom Katendrecht, Rotterdam",
        ],
        education: &["2008 – 2011 | Mbo-3 Secretarieel | Rotterdam"],
        skills: &[
            "Planning: storingsdienst, prioriteiten, onderdelen nabestellen",
            "Software: servicesysteem, Excel, telefooncentrale",
        ],
        languages: &["Nederlands: moedertaal", "Turks: moedertaal", "Engels: goed", "Duits: basis"],
        message: "Beste Annelies, wie vastzit in een lift heeft haast, wie het koud heeft ook. Ik weet hoe je rustig blijft en \
                  toch snel iemand stuurt. Na twaalf jaar liften zou ik graag iets doen dat ook de rekening van de \
                  huurder kleiner maakt.",
        format: Format::Pdf,
        days_ago: 2,
        stage: Stage::Received,
        decision: None,
        released: false,
        notes: &[],
        comments: &[],
    },
];
