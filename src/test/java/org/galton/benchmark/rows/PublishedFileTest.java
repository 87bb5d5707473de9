package org.galton.benchmark.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.galton.spec.InvalidInput;
import org.galton.task.TextFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishedFileTest {
  @TempDir private Path folder;

  @Test
  void everyFormatGivesTheSameRows() throws IOException {
    String lines = "{\"q\": \"a \\\"b\\\",\\nc\", \"n\": \"1\"}\n{\"q\": \"é\", \"n\": \"\"}\n";
    String list = "[" + lines.strip().replace("}\n{", "},\n {") + "]";
    String csv = "q,n\r\n\"a \"\"b\"\",\nc\",1\r\né,\r\n";
    List<Map<String, Object>> expected =
        List.of(Map.of("q", "a \"b\",\nc", "n", "1"), Map.of("q", "é", "n", ""));

    assertThat(read("x.jsonl", lines)).isEqualTo(expected);
    assertThat(read("x.ndjson", lines)).isEqualTo(expected);
    assertThat(read("x.json", list)).isEqualTo(expected);
    assertThat(read("x.json", lines)).isEqualTo(expected);
    assertThat(read("x.csv", csv)).isEqualTo(expected);
    assertThat(read("x.csv.gz", packed(csv))).isEqualTo(expected);
    assertThat(read("x.jsonl.gz", packed(lines))).isEqualTo(expected);
  }

  @Test
  void nestedColumnsAreFoundByTheirPaths() throws IOException {
    String line =
        """
        {"answers": {"text": ["x", "y"]}, "a.b": 1, "a": {"b": 2, "c": null},
         "tests": [{"in": 1}, {"in": 2}]}
        """;
    Files.writeString(folder.resolve("x.jsonl"), line);
    List<PublishedRow> rows = new ArrayList<>();
    PublishedFile.read(folder.resolve("x.jsonl").toString(), files(), rows::add);
    PublishedRow row = rows.get(0);

    assertThat(row.at("answers.text").orElseThrow().value()).isEqualTo(List.of("x", "y"));
    assertThat(row.at("a.b").orElseThrow().value()).isEqualTo(1L);
    assertThat(row.at("a.c").orElseThrow().value()).isNull();
    assertThat(row.at("tests.in").orElseThrow().value()).isEqualTo(List.of(1L, 2L));
    assertThat(row.at("answers.txt")).isEmpty();
    assertThat(row.at("tests.out")).isEmpty();
  }

  @Test
  void parquetHasListsInAnyOfTheirShapes() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            """
            message row {
              optional binary q (STRING);
              optional int64 n;
              optional int32 small;
              optional double x;
              optional boolean yes;
              optional int64 day (TIMESTAMP(MILLIS,false));
              optional group new (LIST) { repeated group list { optional binary element (STRING); } }
              optional group old (LIST) { repeated binary array (STRING); }
              repeated int64 bare;
              optional group of (LIST) {
                repeated group list { optional group element { optional int64 k; } }
              }
            }
            """);
    SimpleGroupFactory groups = new SimpleGroupFactory(schema);
    Group full = groups.newGroup();
    full.append("q", "é").append("n", 7L).append("small", 3).append("x", 0.5).append("yes", true);
    full.append("day", 1_714_521_600_000L);
    Group list = full.addGroup("new");
    list.addGroup("list").append("element", "a");
    list.addGroup("list");
    full.addGroup("old").append("array", "b").append("array", "c");
    full.append("bare", 1L).append("bare", 2L);
    full.addGroup("of").addGroup("list").addGroup("element").append("k", 9L);
    Path file = folder.resolve("x.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new Configuration(false))
            .withType(schema)
            .build()) {
      writer.write(full);
      writer.write(groups.newGroup());
    }
    List<Map<String, Object>> rows = read(file.toString());

    List<Object> withNone = new ArrayList<>(List.of("a"));
    withNone.add(null);
    assertThat(rows.get(0))
        .containsEntry("q", "é")
        .containsEntry("n", 7L)
        .containsEntry("small", 3L)
        .containsEntry("x", 0.5)
        .containsEntry("yes", true)
        .containsEntry("day", "2024-05-01T00:00:00")
        .containsEntry("new", withNone)
        .containsEntry("old", List.of("b", "c"))
        .containsEntry("bare", List.of(1L, 2L))
        .containsEntry("of", List.of(Map.of("k", 9L)));
    assertThat(rows.get(1)).containsEntry("q", null).containsEntry("bare", List.of());
  }

  @Test
  void aRowThatIsBrokenIsNamed() throws IOException {
    assertBroken("x.jsonl", "{\"a\": 1}\n{\"a\": \n", "x.jsonl row 2: not JSON at line");
    assertBroken("x.jsonl", "{\"a\": 1}\n[1]\n", "x.jsonl row 2: not an object");
    assertBroken("x.json", "[{\"a\": 1}] x", "row 2: not JSON");
    assertBroken("x.csv", "a,b\n1,2\n3\n", "x.csv row 2: 1 cells, expected 2 as in the header");
    assertBroken("x.csv", "a,a\n", "column 'a' stands twice in the header");
    assertBroken("x.csv", "", "it is empty, expected a header");
    assertBroken("x.csv", "a\n\"x\" y\n", "row 1: not CSV");
    assertBroken("x.parquet", "PAR1, but no more", "x.parquet row 1: not Parquet (");
    assertBroken(
        "x.xlsx",
        "",
        "x.xlsx: expected a file *.parquet, *.jsonl, *.json or *.csv, the last three");
  }

  private void assertBroken(String name, String text, String message) {
    assertThatThrownBy(() -> read(name, text))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot read ")
        .hasMessageContaining(message);
  }

  private List<Map<String, Object>> read(String name, String text) throws IOException {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Map<String, Object>> read(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    return read(file.toString());
  }

  private List<Map<String, Object>> read(String path) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    PublishedFile.read(path, files(), row -> rows.add(row.columns()));
    return rows;
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static TextFiles files() {
    return new TextFiles() {
      @Override
      public Reader open(String path) throws IOException {
        return Files.newBufferedReader(Path.of(path));
      }

      @Override
      public InputStream bytes(String path) throws IOException {
        return Files.newInputStream(Path.of(path));
      }
    };
  }
}
