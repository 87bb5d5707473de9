package org.galton.sql.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SharedSqlTest {
  private static final Map<String, Type> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("name", Type.STRING);
    COLUMNS.put("n", Type.INT);
    COLUMNS.put("big", Type.BIGINT);
    COLUMNS.put("value", Type.DOUBLE);
    COLUMNS.put("correct", Type.BOOLEAN);
    COLUMNS.put("started", Type.TIMESTAMP);
    COLUMNS.put("ids", Type.ARRAY);
    COLUMNS.put("attributes", Type.MAP);
    COLUMNS.put("odd", Type.UNKNOWN);
  }

  private static SharedSql shared(String sql) {
    return SharedSql.of(
        sql,
        table -> table.matches("[abt]") ? Optional.of(COLUMNS) : Optional.empty(),
        Limits.NONE);
  }

  /** Each has another meaning in DuckDB, none, or one that nobody has compared. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT percentile(value, 0.5) AS p FROM t | the function percentile",
        "SELECT regexp_extract(name, 'a') AS p FROM t | the function regexp_extract",
        "SELECT stddev(value) AS s FROM t | the function stddev",
        "SELECT lower(name) AS s FROM t | the function lower",
        "SELECT date_format(started, 'y') AS s FROM t | the function date_format",
        "SELECT split(name, ',') AS s FROM t | the function split",
        "SELECT element_at(ids, 1) AS s FROM t | the function element_at",
        "SELECT int(correct) AS s FROM t | the function int",
        "SELECT if(correct, 1, 0) AS s FROM t | the function if",
        "SELECT rank() OVER (ORDER BY n) AS s FROM t | the function rank",
        "SELECT ids[0] AS first FROM t | the sign [",
        "SELECT attributes['k'] AS k FROM t | the sign [",
        "SELECT \"n\" AS s FROM t | the sign \"",
        "SELECT `n` FROM t | the sign `",
        "SELECT n == 1 AS s FROM t | the sign =",
        "SELECT n <=> 1 AS s FROM t | the sign <",
        "SELECT 7 // 2 AS s | the sign /",
        "SELECT ! correct AS s FROM t | the sign !",
        "SELECT n & 1 AS s FROM t | the sign &",
        "SELECT n ^ 2 AS s FROM t | the sign ^",
        "SELECT $1 AS s | the sign $",
        "SELECT 'a\\n' AS s | a backslash or a quote",
        "SELECT 'it''s' AS s | a backslash or a quote",
        "SELECT n FROM t WHERE name = 'a' 'b' | 'b'",
        "SELECT r'a' AS s | no table of it has a column r",
        "SELECT 5L AS s | a way of one engine only",
        "SELECT 1_000 AS s | a way of one engine only",
        "SELECT .5 AS s | '.'",
        "SELECT 0.5 AS s | a fixed-point number",
        "SELECT n * 0.5 AS s FROM t | types int and decimal",
        "SELECT 99999999999999999999 AS s | a very large number",
        "SELECT n FROM t WHERE n = '5' | types int and string",
        "SELECT n FROM t WHERE started > '2026-01-01' | types timestamp and string",
        "SELECT n + correct AS s FROM t | no numbers",
        "SELECT n FROM t WHERE n | type int where boolean",
        "SELECT sum(correct) AS s FROM t | type boolean where double",
        "SELECT CAST(value AS INT) AS s FROM t | a value of the type double to INT",
        "SELECT CAST(name AS INT) AS s FROM t | a value of the type string to INT",
        "SELECT CAST(value AS STRING) AS s FROM t | casts to STRING",
        "SELECT value % 2 AS s FROM t | a remainder of fractions",
        "SELECT round(n) AS s FROM t | type int where double",
        "SELECT round(value, -1) AS s FROM t | no plain number",
        "SELECT substr(name, 0) AS s FROM t | begins at 0",
        "SELECT n = 1 = correct AS s FROM t | a comparison without brackets",
        "SELECT n = 1 IS NULL AS s FROM t | a comparison without brackets",
        "SELECT value + 1 FROM t | no name (AS gives it one)",
        "SELECT n AS m, m + 1 AS k FROM t | no table of it has a column m",
        "SELECT n + 1 AS n FROM t ORDER BY n + 0 | calls two columns n",
        "SELECT value, count(*) FROM t GROUP BY value | groups by values of the type double",
        "SELECT DISTINCT value FROM t | groups by values of the type double",
        "SELECT attributes, count(*) FROM t GROUP BY attributes | groups values of the type map",
        "SELECT odd FROM t | of a type that it would print differently",
        "SELECT N FROM t | no table of it has a column N",
        "SELECT n FROM a JOIN b ON a.n = b.n | more than one table of it has a column n",
        "SELECT * FROM a JOIN b USING (n) | a * where columns are joined",
        "SELECT a.n FROM a FULL JOIN b ON a.n = b.n | 'FULL'",
        "SELECT a.n FROM a RIGHT JOIN b ON a.n = b.n | 'RIGHT'",
        "SELECT a.n FROM a LEFT SEMI JOIN b ON a.n = b.n | 'SEMI'",
        "SELECT a.n FROM a NATURAL JOIN b | 'NATURAL'",
        "SELECT a.n FROM a CROSS JOIN b | 'CROSS'",
        "SELECT a.n FROM a, b | ','",
        "SELECT n FROM t LATERAL VIEW explode(ids) x AS id | 'LATERAL'",
        "SELECT n FROM t TABLESAMPLE (5 ROWS) | 'TABLESAMPLE'",
        "SELECT n FROM t UNION ALL SELECT n FROM t | 'UNION'",
        "SELECT n FROM t QUALIFY n = 1 | 'QUALIFY'",
        "SELECT n FROM t CLUSTER BY n | 'CLUSTER'",
        "SELECT n FROM t LIMIT 1 + 1 | '+'",
        "SELECT n FROM (SELECT n FROM t LIMIT 1) AS x | a LIMIT in a query in another",
        "SELECT n FROM t WHERE EXISTS (SELECT n FROM t) | the function exists",
        "SELECT n FROM nowhere | there is no table nowhere",
        "SELECT n FROM db.t | 'db'",
        "SELECT * FROM range(3) | 'range'",
        "SELECT * FROM parquet.x | 'parquet'",
        "SELECT n FROM t WHERE n IN (SELECT big FROM t) | those of another type",
        "SELECT sum(n) OVER () AS s FROM t | over a window",
        "SELECT sum(DISTINCT n) AS s FROM t | DISTINCT in sum",
        "SELECT max(sum(n)) AS s FROM t | an aggregate of an aggregate",
        "WITH t AS (SELECT n FROM a) SELECT n FROM t | the name of a table, t",
        "CREATE TEMPORARY VIEW t AS SELECT n FROM a; SELECT n FROM t | the name of a table, t",
        "CREATE TABLE x AS SELECT n FROM a | 'TABLE'",
        "CREATE TEMPORARY VIEW x AS SELECT n FROM a | does not end in a query",
        "SET spark.sql.ansi.enabled = false | 'SET'",
        "SHOW TABLES | 'SHOW'",
        "DESCRIBE t | 'DESCRIBE'",
        "SELECT /* /* */ n FROM t | a comment in a comment",
        "SELECT 'open | has no end",
        "SELECT (1 AS x | 'AS'",
      })
  void leavesToSparkWhatIsNotTheSame(String sql, String reason) {
    assertThatThrownBy(() -> shared(sql))
        .isInstanceOf(NotShared.class)
        .hasMessageContaining(reason);
  }

  @Test
  void textsAreJoinedByOneSignOfManyMeanings() {
    assertThatThrownBy(() -> shared("SELECT name || 'x' AS s FROM t"))
        .hasMessage("it has the sign |");
  }

  @Test
  void nothingIsNestedSoDeepThatTheReaderFalls() {
    String deep = "(".repeat(5000);
    assertThatThrownBy(() -> shared("SELECT " + deep + "1")).isInstanceOf(NotShared.class);
    assertThatThrownBy(() -> shared("SELECT " + "NOT ".repeat(5000) + "true AS x"))
        .isInstanceOf(NotShared.class);
    assertThatThrownBy(() -> shared("SELECT " + "- ".repeat(5000) + "1 AS x"))
        .isInstanceOf(NotShared.class);
    assertThatThrownBy(() -> shared("SELECT 1" + " + 1".repeat(20_000) + " AS x"))
        .hasMessageContaining("very long");
  }

  @Test
  void columnsAreNamedAsSparkNamesThem() {
    assertThat(
            shared(
                    "SELECT t.n, count(*), COUNT(n), Max(t.value), count(DISTINCT name), n AS m FROM t GROUP BY n")
                .query()
                .outputs())
        .extracting(Output::name)
        .containsExactly("n", "count(1)", "count(n)", "max(value)", "count(DISTINCT name)", "m");
  }

  @Test
  void nullIsTheSmallestValueOfAnOrder() {
    assertThat(shared("SELECT n, big FROM t ORDER BY n, big DESC").query().sql())
        .endsWith(" ORDER BY 1 ASC NULLS FIRST, 2 DESC NULLS LAST");
  }
}
