package tribune.rulebase.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.document.Reading;
import tribune.document.Source;

/** Blanks and line ends are put right; words, comments and meaning stay. */
class FileLayoutTest {
  private static final Path SMALL = Path.of("src", "test", "resources", "rulebases", "small");

  @Test
  void a_rule_on_one_line_is_laid_out() {
    assertThat(
            drl(
                "package   rules\nimport tribune.decision.*\n"
                    + "rule \"A-01 applies\" when Decision(kind==Kind.PRICING,$a:adverse) then"
                    + " audit.applies( ) ; end rule \"derive x\"\n  extends \"y\"\n\n"
                    + "when\n\n\n\tnot( A() )   // none\n\n\n B( x in(1,2) )\nthen\nend"))
        .isEqualTo(
            """
            package rules

            import tribune.decision.*

            rule "A-01 applies"
            when
                Decision( kind == Kind.PRICING, $a : adverse )
            then
                audit.applies();
            end

            rule "derive x" extends "y"
            when
                not ( A() ) // none

                B( x in ( 1, 2 ) )
            then
            end
            """);
  }

  @Test
  void what_goes_on_within_brackets_stands_under_the_first_word_or_four_blanks_in() {
    assertThat(
            drl(
                """
                package rules

                rule "derive x"
                when
                  accumulate(
                  UsableEvidence( item.subject == null,
                  item.method != null );
                  $found : count()
                  )
                then
                  insertLogical( new X( "a" +
                  "b" ) );
                end
                """))
        .isEqualTo(
            """
            package rules

            rule "derive x"
            when
                accumulate(
                    UsableEvidence( item.subject == null,
                                    item.method != null );
                    $found : count()
                )
            then
                insertLogical( new X( "a" +
                                      "b" ) );
            end
            """);
  }

  @Test
  void comments_and_texts_keep_every_character() {
    String text =
        """
        package rules

        /* two
             lines */
        // ---  A comment,   with "a quote
        rule "derive x" // at the end
        when
            A( name == "  a,b  ==c // no comment" )
        then
            insertLogical( new X( "a  'b'" ) );
        end
        """;
    assertThat(drl(text)).isEqualTo(text);
  }

  @Test
  void the_line_that_names_the_schema_to_an_editor_stays_the_first() {
    String text =
        "# yaml-language-server: $schema=../../../principle.schema.json\nid: A\ntitle: x\n";
    assertThat(yaml(text)).isEqualTo(text);
    assertThat(yaml("\n\n" + text.replace("id: A", "id:   A"))).isEqualTo(text);
  }

  @Test
  void yaml_is_indented_by_two_and_keeps_its_comments_and_blocks() {
    assertThat(
            yaml(
                """


                # above
                name:    x   # beside
                checks:
                # of the first
                -   id:  A-01
                    why: >-
                        two
                          lines

                        and a third
                    asks: [a,
                       b]


                    # within
                    basis: [{seed:  a, phrase: b}]
                -
                    id: A-02
                    text: |
                      kept  # no comment

                # the end


                """
                    .replace("name:", "name :")))
        .isEqualTo(
            """
            # above
            name: x   # beside
            checks:
              # of the first
              - id: A-01
                why: >-
                  two
                    lines

                  and a third
                asks: [a,
                   b]

                # within
                basis: [{seed:  a, phrase: b}]
              -
                id: A-02
                text: |
                  kept  # no comment

              # the end
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 'x\n\n\n  y'\nb: 1\n",
        "a: x\n  y\n\n\n  z\n",
        "a: |+\n    x\n\n\nb: 1\n",
        "a: |2\n    x\n   y\n",
        "a: >\n\n\n   x  \n   y\n",
        "- - a\n  -   b\n-   c: d\n    e: f\n",
        "{a: 1,\n     b: [c,\n d]}\n",
        "\"a b\" :   c\n? x\n: y\n",
        "a:\n    - |\n      x\n    - y\n",
        "---\na:\n      b: c\n"
      })
  void whatever_yaml_says_it_says_afterwards_and_a_second_time_changes_nothing(String text) {
    Source source = Source.of("x.yaml", text);
    String once = FileLayout.of(source).orThrow();
    assertThat(FileLayout.of(Source.of("x.yaml", once)).orThrow()).isEqualTo(once);
    assertThat(SameValues.are(root(text), root(once))).isTrue();
  }

  @Test
  void files_that_were_edited_anyhow_never_break_it() throws IOException {
    for (Path file : files()) {
      String text = Files.readString(file);
      for (long seed = 0; seed < 120; seed++) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder edited = new StringBuilder(text);
        for (int i = 0; i < 6; i++) {
          int at = random.nextInt(edited.length());
          edited.replace(at, Math.min(edited.length(), at + random.nextInt(3)), piece(random));
        }
        Reading<String> once = FileLayout.of(Source.of(file.toString(), edited.toString()));
        if (once instanceof Reading.Sound<String> sound) {
          assertThat(FileLayout.of(Source.of(file.toString(), sound.value())).orThrow())
              .as("%s, seed %d", file, seed)
              .isEqualTo(sound.value());
        }
      }
    }
  }

  @Test
  void a_file_with_a_mistake_is_left_alone_and_the_others_are_written_whole(@TempDir Path folder)
      throws IOException {
    for (Path file : files()) {
      Path to = folder.resolve(SMALL.relativize(file));
      Files.createDirectories(to.getParent());
      Files.writeString(to, Files.readString(file).replace("\n", "  \r\n"));
    }
    Files.writeString(folder.resolve("thresholds.yaml"), "thresholds: [");
    for (LaidOut file : LaidOut.in(folder).orThrow()) {
      boolean isBroken = file.path().endsWith("thresholds.yaml");
      assertThat(file.differs()).as(file.path().toString()).isNotEqualTo(isBroken);
      assertThat(file.text().diagnostics().isEmpty()).isNotEqualTo(isBroken);
      if (file.differs()) {
        file.write();
      }
    }
    assertThat(LaidOut.in(folder).orThrow()).noneMatch(LaidOut::differs);
    assertThat(folder.resolve("derivations.drl"))
        .hasSameTextualContentAs(SMALL.resolve("derivations.drl"));
    assertThat(Files.readString(folder.resolve("thresholds.yaml"))).isEqualTo("thresholds: [");
    assertThat(files(folder)).noneMatch(it -> it.toString().endsWith(".new"));
  }

  private static String piece(SplittableRandom random) {
    List<String> pieces =
        List.of(
            "", " ", "\n", "\n\n", "\t", "#", "-", ":", "  - ", "(", ")", "\"", "'", "|", "end ");
    return pieces.get(random.nextInt(pieces.size()));
  }

  private static List<Path> files() throws IOException {
    return files(SMALL);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static tribune.document.Node root(String text) {
    return tribune.document.YamlReader.read(Source.of("x.yaml", text)).orThrow().root();
  }

  private static String drl(String text) {
    return FileLayout.of(Source.of("x.drl", text)).orThrow();
  }

  private static String yaml(String text) {
    return FileLayout.of(Source.of("x.yaml", text)).orThrow();
  }
}
