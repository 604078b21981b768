"""First names that are common in the Netherlands, also among people from where most statushouders come.

Names that are a word, a month or a place as well are left out, except Jan: that one is weighed with what is around it.
"""

from __future__ import annotations

FIRST_NAMES = frozenset({
    # Dutch
    "Anneke", "Annemarie", "Anouk", "Arie", "Arjan", "Astrid", "Bart", "Bert", "Carla", "Carolien", "Corrie",
    "Dennis", "Dirk", "Eline", "Ellen", "Els", "Emma", "Erik", "Esther", "Eva", "Evert", "Femke", "Frank",
    "Frans", "Fred", "Gerard", "Gerda", "Gerrit", "Gijs", "Hannie", "Hans", "Hendrik", "Henk", "Herman", "Ilse",
    "Ineke", "Inge", "Ingrid", "Jaap", "Jacob", "Jan", "Janneke", "Jasper", "Jeroen", "Johan", "Johanna",
    "Joke", "Joost", "Joris", "Jurgen", "Karel", "Karin", "Kees", "Klaas", "Koen", "Laura", "Leonie", "Linda",
    "Lisa", "Lotte", "Maaike", "Maarten", "Manon", "Marcel", "Marga", "Margriet", "Maria", "Marieke", "Marijke",
    "Marja", "Marjan", "Marloes", "Martijn", "Martin", "Mieke", "Miriam", "Monique", "Nico", "Niels", "Nienke",
    "Patricia", "Paul", "Peter", "Petra", "Piet", "Pieter", "Rachel", "Renate", "Rianne", "Richard", "Rick",
    "Rob", "Robert", "Roel", "Ronald", "Ruben", "Ruud", "Sandra", "Sanne", "Saskia", "Sjoerd", "Sophie",
    "Stefan", "Susanne", "Sven", "Theo", "Thijs", "Thomas", "Tineke", "Tom", "Truus", "Wendy", "Willem",
    "Wilma", "Wouter", "Yvonne",
    # Dutch as well
    "Albert", "André", "Angela", "Anita", "Anja", "Ank", "Anne", "Annet", "Annette", "Annie", "Ans", "Anton", "Arend",
    "Arjen", "Arnold", "Bianca", "Bram", "Brigitte", "Cees", "Chantal", "Chris", "Christa", "Christel", "Christine",
    "Claudia", "Daan", "David", "Debbie", "Diana", "Dick", "Edwin", "Elly", "Elsbeth", "Eric", "Ernst", "Floor",
    "Froukje", "Geert", "Gert", "Gerben", "Greet", "Guus", "Hanneke", "Harm", "Harry", "Heleen", "Hein", "Hennie",
    "Hetty", "Hilde", "Hugo", "Huub", "Ingeborg", "Irene", "Jacqueline", "Jelle", "Jeanette", "Jolanda", "Josien",
    "Judith", "Jurriaan", "Kevin", "Kim", "Leo", "Leon", "Lianne", "Lieke", "Loes", "Lucas", "Luuk", "Marco", "Margot",
    "Marian", "Marianne", "Mariska", "Marit", "Marjolein", "Marjon", "Mark", "Marlies", "Maurice", "Melissa",
    "Michael", "Michel", "Michiel", "Mike", "Mirjam", "Nel", "Nicole", "Olga", "Pascal", "Patrick", "Paula",
    "Remco", "René", "Ria", "Rita", "Robbert", "Robin", "Roland", "Ron", "Roos", "Sander", "Simone", "Sjaak",
    "Sonja", "Steven", "Suzanne", "Tanja", "Teun", "Thea", "Tim", "Ton", "Trudy", "Vera", "Victor", "Vincent",
    "Wiebe", "Willeke", "Wim", "Yvette",
    # Arabic, also Kurdish
    "Abdallah", "Abdul", "Abdulrahman", "Ahmad", "Ahmed", "Aicha", "Aisha", "Alaa", "Ali", "Amina", "Amir",
    "Anas", "Bashar", "Bilal", "Dilan", "Fadi", "Faisal", "Farah", "Fatima", "Fatma", "Firas", "Hala", "Hamza",
    "Hanan", "Hasan", "Hassan", "Hind", "Hussein", "Ibrahim", "Ismail", "Kareem", "Karim", "Khaled", "Khalid",
    "Layla", "Leila", "Mahmoud", "Malak", "Manal", "Mariam", "Maryam", "Mohamad", "Mohamed", "Mohammad",
    "Mohammed", "Mounir", "Muhammad", "Mustafa", "Nadia", "Najib", "Nasser", "Omar", "Osama", "Rania", "Rashid",
    "Reem", "Rima", "Said", "Salma", "Samir", "Samira", "Sara", "Sarah", "Shirin", "Tarek", "Tariq", "Walid",
    "Yasmin", "Yasmina", "Yousef", "Youssef", "Yusuf", "Zahra", "Zainab", "Zeinab",
    # Tigrinya, Amharic and Somali
    "Abdi", "Abeba", "Abraham", "Almaz", "Asha", "Awet", "Bereket", "Biniam", "Daniel", "Dawit", "Eden",
    "Ermias", "Eyob", "Filmon", "Genet", "Habtom", "Haile", "Helen", "Hiwet", "Hodan", "Isaias", "Kidane",
    "Letekidan", "Medhanie", "Merhawi", "Meron", "Mihret", "Mulugeta", "Natnael", "Robel", "Samuel", "Senait",
    "Simon", "Solomon", "Tesfay", "Tsegay", "Winta", "Yohannes", "Yonas",
    # Persian, Dari, Pashto and Turkish
    "Ahmet", "Ayse", "Azadeh", "Behrouz", "Elif", "Emre", "Farid", "Farzad", "Fereshteh", "Gul", "Habib",
    "Hamid", "Jamshid", "Kamran", "Mahdi", "Masoud", "Mehdi", "Mehmet", "Murat", "Nasrin", "Navid", "Parisa",
    "Reza", "Shabnam", "Soraya", "Zohra",
    # Ukrainian
    "Anastasiia", "Andriy", "Bohdan", "Dmytro", "Halyna", "Hanna", "Ihor", "Iryna", "Kateryna", "Lyudmyla",
    "Mykola", "Natalia", "Nataliia", "Oksana", "Oleh", "Oleksandr", "Olena", "Olha", "Serhii", "Serhiy",
    "Svitlana", "Taras", "Tetiana", "Vasyl", "Volodymyr", "Yulia", "Yuliia",
})  # fmt: skip
