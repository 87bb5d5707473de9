package org.galton.task.judge.math.parse;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each LaTeX command and each sign stands for. */
final class Spellings {
  /** Only how the text looks. */
  static final Set<String> STYLES =
      words(
          "left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr"
              + " displaystyle textstyle scriptstyle limits nolimits quad qquad thinspace enspace"
              + " hline boxed fbox framebox mathbf boldsymbol mathit mathsf mathtt bm rm bf it"
              + " mathstrut strut , ; : !");

  /** Their argument is set upright, as words are. */
  static final Set<String> UPRIGHT =
      words(
          "text textbf textit textrm textnormal textsf texttt mbox hbox mathrm operatorname"
              + " operatorname*");

  /** With their argument one name. */
  static final Set<String> ACCENTS =
      words(
          "vec hat bar overline tilde overrightarrow widehat dot ddot mathcal mathfrak mathscr"
              + " underline");

  static final Map<String, String> MARKS =
      pairs(
          "times * cdot * ast * cdotp * div / pm +- mp -+ le <= leq <= leqslant <= ge >= geq >="
              + " geqslant >= lt < gt > ne != neq != approx ~= sim ~= simeq ~= approxeq ~= in in"
              + " cup cup cap cap setminus setminus backslash setminus emptyset empty varnothing"
              + " empty infty infty lvert | rvert | vert | mid mid lfloor lfloor rfloor rfloor"
              + " lceil lceil rceil rceil langle langle rangle rangle lbrace \\{ rbrace \\}"
              + " { \\{ } \\} lbrack [ rbrack ] colon : circ circ degree deg prime ' % % $ money$"
              + " pounds money£ euro money€ land and wedge and lor or vee or over over choose"
              + " choose R set:R Reals set:R");

  static final Map<String, String> COMMANDS =
      pairs(
          "frac frac dfrac frac tfrac frac cfrac frac sqrt sqrt binom binom dbinom binom tbinom"
              + " binom");

  static final Set<String> FUNCTIONS =
      words(
          "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh ln log lg exp gcd max min"
              + " lcm");

  static final Map<String, String> NAMES =
      Stream.concat(
              words(
                      "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi"
                          + " rho sigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi"
                          + " Pi Sigma Upsilon Phi Psi Omega ell hbar")
                  .stream()
                  .map(name -> Map.entry(name, name)),
              pairs(
                  "varepsilon epsilon varphi phi vartheta theta varrho rho varsigma sigma varpi"
                      + " pi imath i jmath j")
                  .entrySet()
                  .stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private static final String GREEK = "αβγδεζηθικλμνξοπρςστυφχψωΓΔΘΛΞΠΣΥΦΨΩ";
  private static final String[] GREEK_NAMES =
      ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho"
              + " sigma sigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma"
              + " Upsilon Phi Psi Omega")
          .split(" ");

  private static final String SIGNS = "±∓≤≥≠≈∪∩∅∈∖⌊⌋⌈⌉⟨⟩〈〉∞°º⩽⩾≦≧ℝℤℕℚℂ€£¥∧∨";
  private static final String[] SIGN_MARKS =
      ("+- -+ <= >= != ~= cup cap empty in setminus lfloor rfloor lceil rceil langle rangle langle"
              + " rangle infty deg deg <= >= <= >= set:R set:Z set:N set:Q set:C money€ money£"
              + " money¥ and or")
          .split(" ");

  private Spellings() {}

  /** Null where the character is no Greek letter. */
  static String greek(char c) {
    int index = GREEK.indexOf(c);
    return index < 0 ? null : GREEK_NAMES[index];
  }

  /** Null where the character is no sign of its own. */
  static String sign(char c) {
    int index = SIGNS.indexOf(c);
    return index < 0 ? null : SIGN_MARKS[index];
  }

  private static Set<String> words(String list) {
    return Set.of(list.split(" ", -1));
  }

  private static Map<String, String> pairs(String list) {
    String[] words = list.split(" ", -1);
    return Stream.iterate(0, i -> i < words.length, i -> i + 2)
        .collect(Collectors.toUnmodifiableMap(i -> words[i], i -> words[i + 1]));
  }
}
