package org.galton.study.junk.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.List;
import java.util.Map;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.study.junk.row.MixtureRow;

/** Mixtures by dose. */
public record MixSection(List<MixtureRow> rows) implements StudySection {
  public static final Columns<MixtureRow> ROWS =
      Columns.<MixtureRow>of()
          .column(row -> Doses.plain(row.dose()), text("dose"), page("Dose, %"))
          .column(MixtureRow::posts, text("posts", "%,d"), count("Posts"))
          .column(MixtureRow::junkPosts, text("junk posts", "%,d"), count("Junk posts"))
          .column(MixtureRow::tokens, text("tokens", "%,d"), count("Tokens"))
          .column(MixtureRow::junkTokens, text("junk tokens", "%,d"), count("Junk tokens"))
          .column(MixtureRow::junkPercent, text("junk, %", "%.3f"), page("Junk, %", Figures::bits))
          .column(MixtureRow::contentHash, text("content"), page("Content"));

  public FigureTable table() {
    return ROWS.table("Mixtures", rows);
  }

  private Shares shares() {
    return new Shares(
        List.of("junk", "control"),
        rows.stream()
            .map(
                row ->
                    new Shares.Bar(
                        "dose " + Doses.plain(row.dose()),
                        List.of(row.junkTokens(), row.tokens() - row.junkTokens())))
            .toList());
  }

  public String finding() {
    long least = rows.stream().mapToLong(MixtureRow::tokens).min().orElse(0);
    long most = rows.stream().mapToLong(MixtureRow::tokens).max().orElse(0);
    return "%d mixtures of %s tokens, drawn from %s tokens of junk and %s of control."
        .formatted(
            rows.size(),
            least == most
                ? Figures.count(least)
                : Figures.count(least) + " to " + Figures.count(most),
            Figures.count(rows.get(0).junkPool()),
            Figures.count(rows.get(0).controlPool()));
  }

  @Override
  public String template() {
    return beside("mix.html");
  }

  @Override
  public List<String> scripts() {
    return List.of(beside("shares.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("shares", shares());
  }
}
