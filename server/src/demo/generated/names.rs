//! Names to combine. Nobody in particular is meant.

/// First names of many origins.
#[rustfmt::skip]
pub(super) const FIRST_NAMES: &[&str] = &[
    "Adaeze", "Ahmed", "Aino", "Alba", "Aleksander", "Alma", "Amélie", "Amina", "Anders", "André", "Anja", "Anouk",
    "Antje", "Arjun", "Astrid", "Aylin", "Babette", "Bas", "Bilal", "Björn", "Bram", "Carla", "Cem", "Charlotte",
    "Chidi", "Clara", "Conny", "Dagmar", "Daan", "Deniz", "Diego", "Doris", "Ebru", "Eduard", "Elif", "Elise",
    "Emil", "Esther", "Eva", "Fabian", "Farah", "Femke", "Florian", "Franka", "Frederik", "Gesa", "Giulia", "Gregor",
    "Hamza", "Hanneke", "Heike", "Henrik", "Ida", "Imke", "Ines", "Ivo", "Jana", "Jeroen", "Jonas", "Jörg",
    "Julia", "Kai", "Karim", "Katja", "Kofi", "Kristina", "Lars", "Leila", "Leonie", "Linus", "Lotte", "Luca",
    "Magda", "Malik", "Maren", "Mats", "Mehmet", "Merel", "Mina", "Moritz", "Nadia", "Nils", "Noa", "Nuria",
    "Ole", "Olga", "Paula", "Pieter", "Rahel", "Rasmus", "René", "Roos", "Ruben", "Samira", "Sergej", "Silke",
    "Sven", "Tamara", "Thomas", "Tilda", "Uta", "Valentin", "Wiebke", "Willem", "Xenia", "Yannick", "Zeynep", "Zoë",
];

/// Last names of many origins.
#[rustfmt::skip]
pub(super) const LAST_NAMES: &[&str] = &[
    "Achterberg", "Adler", "Akkerman", "Albers", "Amsel", "Arslan", "Asante", "Bachmann", "Bakker", "Barth",
    "Baumgärtner", "Beekman", "Benedikt", "Bergström", "Bianchi", "Blohm", "Bosman", "Brandt", "Brinkmann", "Brouwer",
    "Cáceres", "Çelik", "Chowdhury", "Claes", "Cordes", "Dekker", "Diallo", "Diekmann", "Dijkstra", "Dogan",
    "Dreyer", "Ebert", "Eichhorn", "Eriksen", "Estévez", "Falk", "Farouk", "Feldkamp", "Fiedler", "Fischbach",
    "Friedel", "Gärtner", "Geerts", "Ghosh", "Gondolf", "Grabowski", "Groß", "Haas", "Hakimi", "Hansen",
    "Hartwig", "Hellmann", "Hermans", "Herzog", "Hinrichs", "Hofstra", "Ilic", "Immenhof", "Jablonski", "Jansen",
    "Jensen", "Jokinen", "Kaminski", "Karlsson", "Kaya", "Keller", "Khalil", "Kirchner", "Klaassen", "Köhler",
    "Koopman", "Kowalczyk", "Kranz", "Kuiper", "Kurz", "Lambrecht", "Lange", "Laurent", "Lehnert", "Lindner",
    "Lorenz", "Mäkinen", "Mansour", "Martens", "Mensah", "Mertens", "Moreira", "Mulder", "Münch", "Nadir",
    "Neumann", "Nielsen", "Nijhuis", "Nowak", "Öztürk", "Okafor", "Olsen", "Oosterhuis", "Ortega", "Ostermann",
    "Pavlov", "Petrov", "Pfeiffer", "Pohl", "Postma", "Quandt", "Rahimi", "Reuter", "Ribeiro", "Roth",
    "Rothe", "Ruiz", "Sander", "Santos", "Schäfer", "Schilling", "Schuster", "Seidel", "Sharma", "Singh",
    "Smeets", "Sørensen", "Steinbach", "Strauß", "Suarez", "Tanaka", "Tesfaye", "Thiel", "Thomsen", "Timmer",
    "Tran", "Ulrich", "Van Dam", "Van Leeuwen", "Verhoeven", "Vink", "Wagenaar", "Weiß", "Wessels", "Wiegand",
    "Winkler", "Yilmaz", "Zabel", "Zimmermann",
];
