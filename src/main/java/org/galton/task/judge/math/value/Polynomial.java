package org.galton.task.judge.math.value;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;

/** A sum of monomials with fractions as coefficients, none 0; at most 64 terms. */
record Polynomial(SortedMap<Monomial, BigFraction> terms) {
  static final int MOST_TERMS = 64;
  private static final int MOST_DIVISIONS = 128;

  static Polynomial of(BigFraction constant) {
    return of(Monomial.ONE, constant);
  }

  static Polynomial of(String name) {
    return of(Monomial.of(name), BigFraction.ONE);
  }

  private static Polynomial of(Monomial monomial, BigFraction coefficient) {
    TreeMap<Monomial, BigFraction> terms = new TreeMap<>();
    add(terms, monomial, coefficient);
    return new Polynomial(terms);
  }

  private static void add(
      SortedMap<Monomial, BigFraction> terms, Monomial monomial, BigFraction coefficient) {
    BigFraction before = terms.getOrDefault(monomial, BigFraction.ZERO);
    BigFraction sum =
        ExactFraction.of(BigFraction::add, before, coefficient).orElseThrow(NoValue::here);
    if (sum.getNumerator().signum() == 0) {
      terms.remove(monomial);
    } else {
      terms.put(monomial, sum);
    }
    if (terms.size() > MOST_TERMS) {
      throw NoValue.here();
    }
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  Polynomial plus(Polynomial other) {
    TreeMap<Monomial, BigFraction> sum = new TreeMap<>(terms);
    other.terms.forEach((monomial, coefficient) -> add(sum, monomial, coefficient));
    return new Polynomial(sum);
  }

  Polynomial negate() {
    return times(of(BigFraction.MINUS_ONE));
  }

  Polynomial times(Polynomial other) {
    TreeMap<Monomial, BigFraction> product = new TreeMap<>();
    for (Map.Entry<Monomial, BigFraction> a : terms.entrySet()) {
      for (Map.Entry<Monomial, BigFraction> b : other.terms.entrySet()) {
        BigFraction coefficient =
            ExactFraction.of(BigFraction::multiply, a.getValue(), b.getValue())
                .orElseThrow(NoValue::here);
        add(product, a.getKey().times(b.getKey()), coefficient);
      }
    }
    return new Polynomial(product);
  }

  /** For an exponent above 0. */
  Polynomial power(int exponent) {
    if (terms.size() == 1) {
      Monomial monomial = terms.firstKey();
      BigFraction coefficient =
          ExactFraction.power(terms.get(monomial), new BigFraction(exponent))
              .orElseThrow(NoValue::here);
      return of(monomial.power(exponent), coefficient);
    }
    if (exponent >= MOST_TERMS) {
      throw NoValue.here();
    }
    Polynomial product = this;
    for (int i = 1; i < exponent; i++) {
      product = product.times(this);
    }
    return product;
  }

  /** Throws where a rest is left. */
  Polynomial over(Polynomial divisor) {
    Monomial leading = divisor.terms.firstKey();
    Polynomial rest = this;
    Polynomial quotient = new Polynomial(new TreeMap<>());
    for (int i = 0; !rest.isZero(); i++) {
      Monomial monomial = rest.terms.firstKey().over(leading);
      if (monomial == null || i > MOST_DIVISIONS) {
        throw NoValue.here();
      }
      BigFraction coefficient =
          ExactFraction.of(
                  BigFraction::divide,
                  rest.terms.get(rest.terms.firstKey()),
                  divisor.terms.get(leading))
              .orElseThrow(NoValue::here);
      Polynomial term = of(monomial, coefficient);
      quotient = quotient.plus(term);
      rest = rest.plus(term.times(divisor).negate());
    }
    return quotient;
  }

  /** Terms by degree, then by names. */
  String text() {
    StringBuilder text = new StringBuilder();
    terms.forEach(
        (monomial, coefficient) -> {
          boolean negative = coefficient.getNumerator().signum() < 0;
          text.append(negative ? "-" : text.length() == 0 ? "" : "+");
          BigFraction size = coefficient.abs();
          String names = monomial.text();
          if (names.isEmpty() || !size.equals(BigFraction.ONE)) {
            text.append(FractionText.of(size)).append(names.isEmpty() ? "" : "*");
          }
          text.append(names);
        });
    return text.length() == 0 ? "0" : text.toString();
  }
}
