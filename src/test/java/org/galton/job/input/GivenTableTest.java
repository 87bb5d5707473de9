package org.galton.job.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.galton.job.input.WantedColumn.optional;
import static org.galton.job.input.WantedColumn.required;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.galton.console.LocalSpark;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all readers of anyone's columns have in common, each once. */
final class GivenTableTest {
  private static final List<WantedColumn> COLUMNS =
      List.of(
          required("name", ColumnKind.TEXT),
          required("size", ColumnKind.NUMBER),
          optional("colour", ColumnKind.TEXT));
  private static final GivenTable TABLE =
      new GivenTable("shells", "columns name and size", COLUMNS);

  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  @Test
  void rowsAreTheSameInEveryFormat() throws IOException {
    Path csv = write("x.csv", "size,ignored,name\n2.5,9,\"a, b\"\n,9,c\nmany,9,\n");
    Path json =
        write(
            "x.jsonl",
            "{\"size\": 2.5, \"ignored\": 9, \"name\": \"a, b\"}\n{\"name\": \"c\"}\n{\"size\": \"many\"}\n");
    Path parquet =
        parquet(
            "SELECT * FROM VALUES ('2.5', 'a, b'), (NULL, 'c'), ('many', NULL) AS t(size, name)");

    for (Path input : List.of(csv, json, parquet)) {
      assertThat(open(input).rows().map(GivenTableTest::shown).collect())
          .as("%s", input)
          .containsExactlyInAnyOrder("[a, b|2.5||true]", "[c|null||true]", "[|null||true]");
      assertThat(open(input).first(2)).hasSize(2);
    }
  }

  private static String shown(GivenRow row) {
    return "[%s|%s|%s|%s]"
        .formatted(row.text("name"), row.number(1), row.text(2), row.isMissing(2));
  }

  @Test
  void aNamedRequiredColumnIsThereAndOthersAreListed() throws IOException {
    Path csv = write("x.csv", "name,colour\na,red\n");
    refused(
        () -> open(csv).rows(),
        "Cannot read %s: no column 'size'; the columns are name, colour; expected columns name and size",
        csv);
    GivenTable texts = GivenTable.ofTexts("shells", List.of("name", "size"), List.of("colour"));
    refused(
        () -> open(texts, csv).rows(),
        "Cannot read %s: no column 'size'; the columns are name, colour; expected columns name, size, and optionally colour",
        csv);
  }

  @Test
  void namesMayHaveAnyCharacters() throws IOException {
    Path csv = write("x.csv", "a.b,c`d,e f\n1,2,3\n");
    GivenTable table = GivenTable.ofTexts("rows", List.of("a.b", "c`d", "e f"), List.of("g-h"));
    GivenRow row = open(table, csv).first(1).get(0);
    assertThat(List.of(row.text("a.b"), row.text("c`d"), row.text("e f"), row.text("g-h")))
        .containsExactly("1", "2", "3", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "CAST(2 AS DECIMAL(4,2)); 2.00; 2.00; 2.0",
        "CAST(0.1 AS FLOAT); 0.1; 0.1; 0.10000000149011612",
        "-0D; -0.0; 0.0; -0.0",
        "double('NaN'); NaN; NULL; NaN",
        "true; true; true; 1.0",
        "'NaN'; NaN; NaN; NaN",
        "'1e3'; 1e3; 1e3; 1000.0",
        "'many'; many; many; NULL",
        "DATE'2026-01-31'; 2026-01-31; 2026-01-31; date",
        "array('a'); array<string>; array<string>; array<string>",
        "X'6162'; binary; binary; binary",
      })
  void aTypeIsReadOrRefused(String value, String text, String label, String number) {
    Path input = parquet("SELECT " + value + " AS x");
    assertThat(read(input, ColumnKind.TEXT)).isEqualTo(text);
    assertThat(read(input, ColumnKind.LABEL)).isEqualTo(label);
    assertThat(read(input, ColumnKind.NUMBER)).isEqualTo(number);
    assertThat(read(input, ColumnKind.ANY)).isNotEqualTo("NULL");
  }

  /** What is there as the type, or the type that is told in a refusal. */
  private String read(Path input, ColumnKind type) {
    OpenedTable found =
        open(new GivenTable("rows", "a column x", List.of(required("x", type))), input);
    try {
      Object read = found.select(found.table().columns()).first().get(0);
      return read == null ? "NULL" : read.toString();
    } catch (InvalidInput refused) {
      String[] said =
          refused
              .getMessage()
              .split("\\QCannot read " + input + ": column 'x' is of type \\E|; expected ");
      assertThat(said).hasSize(3);
      assertThat(said[2])
          .isEqualTo(
              switch (type) {
                case TEXT -> "text, a number or a boolean";
                case LABEL -> "text";
                case NUMBER, STORED_NUMBER -> "a number";
                case NUMBERS -> "an array of numbers";
                case TEXTS -> "an array of texts";
                case ANY -> "nothing else";
              });
      return said[1];
    }
  }

  @Test
  void anArrayOfTextsIsOneOrIsWrittenAsJson() {
    assertThat(texts("array('a, b', '')")).containsExactly("a, b", "");
    assertThat(texts("'[\"a, b\", \"\"]'")).containsExactly("a, b", "");
    assertThat(texts("'[]'")).isEmpty();
    assertThat(texts("' '")).isNull();
    assertThat(texts("CAST(NULL AS ARRAY<STRING>)")).isNull();
    for (String other : List.of("'a, b'", "'{}'", "'[\"a\", null]'", "array('a', NULL)")) {
      assertThatThrownBy(() -> texts(other))
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining("column 'x' holds something else; expected an array of texts");
    }
    assertThatThrownBy(() -> texts("array(1)"))
        .hasMessageContaining("column 'x' is of type array<int>; expected an array of texts");
  }

  private List<String> texts(String value) {
    Path input = parquet("SELECT " + value + " AS x");
    OpenedTable found =
        open(new GivenTable("rows", "a column x", List.of(required("x", ColumnKind.TEXTS))), input);
    return SparkAction.run(
        "read " + input, () -> found.rows().map(row -> row.texts("x")).collect().get(0));
  }

  // Spark is told what is looked for, and gives all of it, whether a line has it or not.
  @Test
  void aColumnOfJsonLinesIsThereWhereALineHasAValue() throws IOException {
    GivenTable table =
        GivenTable.ofTexts("rows", List.of("name"), List.of("size", "colour", "mark"));
    OpenedTable found =
        open(
            table,
            write(
                "lines/a.jsonl",
                """
                {"name": "a", "mark": null}
                {"name": "b", "colour": ""}
                """));
    assertThat(found.filled()).containsExactlyInAnyOrder("name", "colour");
    assertThat(found.has("colour")).isTrue();
    assertThat(found.has("size")).isFalse();
    assertThat(found.has("mark")).isFalse();
    OpenedTable csv = open(table, write("table/a.csv", "name,size\na,\n"));
    assertThat(csv.filled()).containsExactlyInAnyOrder("name", "size");
  }

  @Test
  void columnsThatFitKeepSparksBatches() {
    Path input =
        parquet("SELECT 'a' AS x, 1 AS y, 2L AS z, true AS u, 0.5F AS v, CAST(1 AS DECIMAL) AS w");
    List<WantedColumn> fitting =
        List.of(
            required("x", ColumnKind.LABEL),
            required("y", ColumnKind.STORED_NUMBER),
            required("z", ColumnKind.STORED_NUMBER),
            required("u", ColumnKind.STORED_NUMBER),
            required("v", ColumnKind.STORED_NUMBER));
    OpenedTable found = open(new GivenTable("rows", "columns", fitting), input);
    assertThat(found.select(fitting).queryExecution().sparkPlan().supportsColumnar()).isTrue();
    assertThat(found.select(List.of(required("w", ColumnKind.STORED_NUMBER))).first().get(0))
        .isEqualTo(1.0);
  }

  @Test
  void aLineThatDoesNotParseIsToldByTheTaskThatReadsIt() throws IOException {
    write("two/a.csv", "name,size\na,1\n");
    Path cells = write("two/b c%20.csv", "name,size\nb,2\nc,3,4\n");
    JavaRDD<GivenRow> rows = open(folder.resolve("two")).rows();
    refused(
        () -> collected(rows),
        "Cannot read %s: the line 'c,3,4' does not parse; expected as many cells as the header",
        cells);
    String text = "x".repeat(500);
    Path torn = write("torn.jsonl", "{\"name\": \"a\"}\n{\"name\": \"" + text + "\n");
    String shown = "{\"name\": \"" + text.substring(0, 109) + "…";
    for (ThrowingCallable reading :
        List.<ThrowingCallable>of(() -> collected(open(torn).rows()), () -> open(torn).first(9))) {
      refused(
          reading,
          "Cannot read %s: the line '"
              + shown
              + "' does not parse; expected one JSON object a line",
          torn);
    }
  }

  @Test
  void aWrongCellIsToldWithItsFileAndItsRow() throws IOException {
    Path first = write("all/1.csv", "name,size\na,1\n");
    Path second = write("all/2 [x].csv", "size,name,colour\n2,b,\n");
    Path deep = write("all/deep/3.csv", "name,size\n" + "y".repeat(200) + ",3\n");
    OpenedTable found = open(folder.resolve("all"));
    assertThat(found.folder()).isEqualTo(folder.resolve("all").toString());

    List<String> problems =
        found
            .rows()
            .map(
                row ->
                    row.at(() -> "size " + row.number(1)).wrong("name", "a shell").getMessage()
                        + row.wrong("colour", "a colour").getMessage())
            .collect();

    String cut = "y".repeat(119) + "…";
    assertThat(problems)
        .containsExactlyInAnyOrder(
            problem(first, "size 1.0: column 'name' is 'a'; expected a shell"),
            problem(second, "size 2.0: column 'name' is 'b'; expected a shell"),
            problem(deep, "size 3.0: column 'name' is '" + cut + "'; expected a shell"));
  }

  private static String problem(Path file, String named) {
    return "Cannot read %s: %sCannot read %s: column 'colour' is empty; expected a colour"
        .formatted(file, named, file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "{\"name\":\"p\"} {\"name\":\"q\"}; something follows the first object",
        "{\"name\":\"p\"}x; something follows the first object",
        "{\"name\":\"p\"}]; something follows the first object",
        "{\"name\":\"p\",\"size\":1,\"name\":2}; Duplicate field 'name'",
        "{\"name\":\"p\",\"Size\":1}; key 'Size' is not 'size'",
        "{\"name\":\"p\",\"colour \":1}; key 'colour ' is not 'colour'",
      })
  void aLineOfJsonIsOneObject(String line, String problem) throws IOException {
    Path file = write("x.jsonl", "{\"name\":\"p\",\"size\":1}\n" + line + "\n");
    refused(
        () -> open(file),
        "Cannot read %s line 2: " + problem + "; expected one JSON object a line",
        file);
  }

  @Test
  void aHeaderNamesColumnsAsTheyAreAndOnce() throws IOException {
    Path near = write("near.csv", "name,size,Colour\na,1,red\n");
    refused(
        () -> open(near),
        "Cannot read %s: column 'Colour' is not 'colour'; names are told apart by case and blanks; rename it",
        near);
    Path twice = write("twice.csv", "name,size,size\na,1,2\n");
    refused(
        () -> open(twice),
        "Cannot read %s: column 'size' stands twice in the header; expected each name once; rename or remove one",
        twice);
  }

  @Test
  void filesOfOneFormatWithRowsAreThere() throws IOException {
    String formats = "; expected *.csv, *.jsonl or *.parquet";
    Path none = folder.resolve("none.csv");
    refused(() -> open(none), "Cannot read %s: no such file or folder" + formats, none);
    Path other = write("rows.txt", "name,size\n");
    refused(() -> open(other), "Cannot read %s: unknown format" + formats, other);
    Path bare = Files.createDirectory(folder.resolve("bare"));
    refused(() -> open(bare), "Cannot read %s: the folder holds no shells" + formats, bare);
    Path empty = write("empty.csv", "");
    refused(
        () -> open(empty),
        "Cannot read %s: the file is empty; expected columns name and size",
        empty);
    write("mixed/a.csv", "name,size\na,1\n");
    Path mixed = write("mixed/b.jsonl", "{\"name\": \"b\", \"size\": 1}\n").getParent();
    refused(
        () -> open(mixed),
        "Cannot read %s: the folder mixes formats [CSV, JSONL]; expected one; name one file or move the others",
        mixed);
  }

  @Test
  void aDamagedFileIsTheInputsFault() throws IOException {
    byte[] latin = "name,size\n\u00e9,1\n".getBytes(StandardCharsets.ISO_8859_1);
    Path text = Files.write(folder.resolve("latin.csv"), latin);
    refused(
        () -> open(text),
        "Cannot read %s line 2: its byte 1 is 0xE9, which is not UTF-8; expected a text in UTF-8; convert it, as 'iconv -f ISO-8859-1 -t UTF-8' does",
        text);
    Path gzip = write("x.csv.gz", "name,size\na,1\n");
    assertThatThrownBy(() -> open(gzip))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot read " + gzip + ": ")
        .hasMessageEndingWith("; expected a whole file; write or copy it again");
    byte[] whole = Files.readAllBytes(parquet("SELECT 'a' AS name, id AS size FROM range(1000)"));
    Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> open(cut))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot read " + cut + ": ")
        .hasMessageEndingWith("; expected whole files; write or copy the one that is named again");
  }

  private OpenedTable open(Path input) {
    return open(TABLE, input);
  }

  /** As readers do. */
  private OpenedTable open(GivenTable table, Path input) {
    return SparkAction.run("look at " + input, () -> table.open(spark, input.toString()));
  }

  private static List<String> collected(JavaRDD<GivenRow> rows) {
    return SparkAction.run("read rows", () -> rows.map(row -> row.text(0)).collect());
  }

  private static void refused(ThrowingCallable reading, String message, Path named) {
    assertThatThrownBy(reading)
        .isInstanceOf(InvalidInput.class)
        .hasMessage(message.replaceFirst("%s", Matcher.quoteReplacement(named.toString())));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** The one file that holds what the query gives. */
  private Path parquet(String query) {
    Path written = folder.resolve("parquet");
    spark.sql(query).coalesce(1).write().mode("overwrite").parquet(written.toString());
    try (var files = Files.list(written)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
