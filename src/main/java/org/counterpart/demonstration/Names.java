// SPDX-License-Identifier: Apache-2.0
package org.counterpart.demonstration;

import java.util.List;
import java.util.SplittableRandom;

/// First and last names as they meet in one place, with the apostrophes, hyphens and scripts that real rosters
/// hold.
enum Names {
    GERMAN(
            "Anneliese Björn Cem Dörte Emre Friederike Günther Hannelore Ilse-Marie Jörg Karl-Heinz Leyla Müjde Niklas Özlem "
                    + "Petra Ruth Sören Tomasz Ülkü Vojtěch Wiebke Yusuf Zsófia",
            "Ackermann Brüggemann Çelik D’Angelo Ehrenberg Fröhlich Großmann Hoang Jäger Kowalczyk Lüdemann "
                    + "Meyer-Landrut Nowak Öztürk Petrović Rößler Schäfer Thiele Uçar Voß Weiß Yıldız Zöllner"),
    EASTERN(
            "Agnieszka Boris Daiva Евгения Grażyna Igor Jelena Kristýna Łukasz Milan Наталья Olena Павло Radosław Saulė "
                    + "Tereza Vytautas Željko",
            "Balčiūnas Černý Dvořáková Іваненко Jurgaitis Kovač Лебедева Müller-Novotný Nagy Ostrowski Петренко "
                    + "Řezníček Sokołowska Šimkus Tkachenko Víšek Wójcik Žilinskaitė"),
    NORDIC(
            "Ásta Birgitte Dagny Eirik Freja Gudrun Hjördís Ib Jørgen Kaj Liv Mads Nanna Øyvind Pernille Rasmus Søren Tove Åse",
            "Aagaard Bjørnsson Christoffersen Dahl-Madsen Ekström Fjeldsted Guðmundsdóttir Høgh Iversen Jónsdóttir Kjær "
                    + "Lindqvist Møller Nyström Ødegård Rasmussen Sørensen Thorup Vestergaard"),
    BRITISH(
            "Aoife Bronwen Chidi Dermot Eilidh Fatima Gwen Hamish Imogen Jian Kwame Lowri Mairéad Niamh Olu Priya Rhys Siân "
                    + "Tariq Uzma Winston Xin Yewande Zadie",
            "Achebe Bennett Chaudhry Davies Ellis-Brown Fitzgerald Grant Hughes Ibrahim Jones Khan Llewellyn MacLeod "
                    + "N’Diaye O’Brien O'Neill Patel Quigley Robinson-Okafor Smith Taylor Underwood Wright Yeung"),
    INDIAN(
            "Aarav भावना Chitra Devendra Esha Farhan Gauri हर्ष Ishaan Jyoti Kavya Lakshmi Manoj Neha Omkar प्रिया Rohan Shreya "
                    + "Tejas Uma Vikram Yash Zoya",
            "Agarwal Bhosale Chavan Deshpande D’Souza Gokhale जोशी Kulkarni Lele Mahajan Naik Pawar राव Sathe Shinde Thakur "
                    + "Upadhyay Wagh"),
    WORLD(
            "Ανδρέας محمد Binh Đặng 伟 Fernanda Γεωργία 花子 Itziar João فاطمة Lê Maria-José Noa Oğuz Phạm رنا Thiago Xuân "
                    + "Yōko Ζωή",
            "Abe Almeida Bùi Καραγιάννης 李 Cherian D’Cruz Echeverría Fernandes García-Núñez حسن Isaac Jacob Kurian Menon "
                    + "Nguyễn Παπαδοπούλου Nair Pillai Souza Thomas Varghese 王");

    /// One in so many has a single name, as is common in parts of the world.
    private static final int SINGLE_NAMES = 40;

    private final List<String> first;
    private final List<String> last;

    Names(String first, String last) {
        this.first = List.of(first.split(" "));
        this.last = List.of(last.split(" "));
    }

    String pick(SplittableRandom random) {
        var name = first.get(random.nextInt(first.size()));
        return random.nextInt(SINGLE_NAMES) == 0 ? name : name + " " + last.get(random.nextInt(last.size()));
    }
}
