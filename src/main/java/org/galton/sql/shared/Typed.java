package org.galton.sql.shared;

/**
 * An expression as DuckDB takes it.
 *
 * @param label the name that Spark gives to its column where it has no alias; empty where that is
 *     not known here
 */
record Typed(String sql, Type type, String label, Reach reach) {
  /** What an expression is made of. */
  record Reach(boolean columns, boolean aggregates, boolean windows) {
    static final Reach NONE = new Reach(false, false, false);
    static final Reach COLUMN = new Reach(true, false, false);
    static final Reach AGGREGATE = new Reach(false, true, false);
    static final Reach WINDOW = new Reach(false, false, true);

    Reach and(Reach that) {
      return new Reach(
          columns || that.columns, aggregates || that.aggregates, windows || that.windows);
    }
  }

  static Typed of(String sql, Type type, Reach reach) {
    return new Typed(sql, type, "", reach);
  }

  static Typed of(String sql, Type type, Typed... parts) {
    Reach reach = Reach.NONE;
    for (Typed part : parts) {
      reach = reach.and(part.reach);
    }
    return of(sql, type, reach);
  }

  /** As a value of a type that holds it. */
  String as(Type wanted) {
    if (type == wanted) {
      return sql;
    }
    return "CAST(%s AS %s)".formatted(sql, wanted.inDuckDb());
  }

  Typed expect(Type wanted) {
    if (type != wanted) {
      throw new NotShared(
          "it uses a value of the type %s where %s is expected"
              .formatted(type.shown(), wanted.shown()));
    }
    return this;
  }

  Typed expectOrdered() {
    if (!type.isOrdered()) {
      throw new NotShared("it compares or groups values of the type " + type.shown());
    }
    return this;
  }

  /** Of fractions there are two zeros: which of them stands for a group is open. */
  Typed expectGrouped() {
    if (type == Type.DOUBLE) {
      throw new NotShared("it groups by values of the type double");
    }
    return expectOrdered();
  }

  /** A text as a literal or a name. */
  static String quoted(String text, String quote) {
    return quote + text.replace(quote, quote + quote) + quote;
  }

  static String name(String name) {
    return quoted(name, "\"");
  }
}
