package tribune.shell.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tribune.document.NearestName;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;

/** The pages of {@code help}, made from the declarations of the commands and from the topics. */
public final class HelpPages {

  private final CommandCatalogue catalogue;
  private final Manner manner;
  private final Map<String, HelpTopic> topics = new TreeMap<>();

  public HelpPages(CommandCatalogue catalogue, List<HelpTopic> topics, Manner manner) {
    this.catalogue = catalogue;
    this.manner = manner;
    topics.forEach(topic -> this.topics.put(topic.name(), topic));
  }

  /** How the command is written, in one line: what is in brackets may be left out. */
  static String usage(Declaration command) {
    Stream<String> options =
        command.options().stream()
            .filter(option -> option.count().isRequired())
            .map(option -> option.usage() + (option.count().isRepeatable() ? "..." : ""));
    boolean hasMoreOptions =
        command.options().stream().anyMatch(option -> !option.count().isRequired());
    Stream<String> parameters = command.parameters().stream().map(Parameter::usage);
    return Stream.of(
            Stream.of(command.name()),
            options,
            hasMoreOptions ? Stream.of("[OPTION...]") : Stream.<String>empty(),
            parameters)
        .flatMap(part -> part)
        .collect(Collectors.joining(" "));
  }

  /** All words that can follow {@code help}. */
  public List<String> topicWords() {
    return Stream.concat(
            Stream.concat(topics.keySet().stream(), catalogue.wordsAfter("").stream()),
            catalogue.names().stream().filter(name -> name.contains(" ")))
        .distinct()
        .toList();
  }

  /** The page for these words: none for the front page, else a command or a topic. */
  public Optional<Report> page(List<String> words) {
    String name = String.join(" ", words);
    if (name.isEmpty()) {
      return Optional.of(front());
    }
    if (topics.containsKey(name)) {
      return Optional.of(topics.get(name).text().get());
    }
    Optional<Report> command = catalogue.named(name).map(this::command);
    return command.isPresent() ? command : family(name);
  }

  /** The page somebody probably meant. */
  public Optional<String> nearest(List<String> words) {
    return NearestName.to(String.join(" ", words), topicWords());
  }

  private Report front() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Block.Paragraph.of(
            "Tribune audits business decisions against customer-centricity principles before they"
                + " are taken, and keeps a record that nobody can quietly change."));
    blocks.add(Block.Heading.of("Usage"));
    blocks.add(Block.Verbatim.of(manner.line("COMMAND [OPTION...] [ARGUMENT...]")));
    for (Group group : Group.values()) {
      List<Declaration> commands = catalogue.in(group);
      if (!commands.isEmpty()) {
        blocks.add(Block.Heading.of(group.title()));
        blocks.add(list(commands));
      }
    }
    blocks.add(Block.Heading.of("Topics"));
    blocks.add(
        new Block.Fields(
            topics.values().stream().map(topic -> field(topic.name(), topic.summary())).toList()));
    blocks.add(Block.Heading.of("More"));
    blocks.add(
        Block.Fields.of(
            field(manner.line("help COMMAND"), "How a command is used."),
            field(manner.line("help TOPIC"), "What a topic is about.")));
    JsonView.Members view =
        JsonView.members()
            .put("commands", JsonView.elements(catalogue.all().stream().map(this::view).toList()))
            .put("globalOptions", views(GlobalOptions.all()))
            .put("topics", JsonView.texts(topics.keySet()));
    return new Report(blocks, view);
  }

  private Optional<Report> family(String beginning) {
    List<Declaration> commands = catalogue.beginningWith(beginning);
    if (commands.isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = List.of(Block.Heading.of(beginning), list(commands));
    JsonView view =
        JsonView.members()
            .put("commands", JsonView.elements(commands.stream().map(this::view).toList()));
    return Optional.of(new Report(blocks, view));
  }

  private Report command(Declaration command) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Paragraph.of(command.summary()));
    command.about().forEach(paragraph -> blocks.add(Block.Paragraph.of(paragraph)));
    blocks.add(Block.Heading.of("Usage"));
    blocks.add(Block.Verbatim.of(manner.line(usage(command))));
    section(blocks, "Arguments", command.parameters().stream().map(HelpPages::field).toList());
    section(blocks, "Options", command.options().stream().map(HelpPages::field).toList());
    if (!command.aliases().isEmpty()) {
      blocks.add(Block.Heading.of("Also called"));
      blocks.add(Block.Paragraph.of(String.join(", ", command.aliases())));
    }
    section(
        blocks,
        "Examples",
        command.examples().stream()
            .map(example -> field(manner.line(example.line()), example.says()))
            .toList());
    blocks.add(Block.Heading.of("Options of every command"));
    blocks.add(Block.Paragraph.of(manner.line("help options")));
    return new Report(blocks, view(command));
  }

  private static void section(List<Block> blocks, String title, List<Block.Field> fields) {
    if (!fields.isEmpty()) {
      blocks.add(Block.Heading.of(title));
      blocks.add(new Block.Fields(fields));
    }
  }

  private static Block.Fields list(List<Declaration> commands) {
    return new Block.Fields(
        commands.stream().map(command -> field(command.name(), command.summary())).toList());
  }

  private static Block.Field field(String label, String says) {
    return Block.Field.of(Text.of(label, Tone.NAME), says);
  }

  private static Block.Field field(Parameter parameter) {
    return field(parameter.name(), parameter.summary() + remarks(parameter.values(), ""));
  }

  /** An option as a line of help. */
  static Block.Field field(Option option) {
    if (!(option instanceof Option.Valued valued)) {
      return field(option.usage(), option.summary());
    }
    StringBuilder remarks = new StringBuilder();
    if (valued.count().isRequired()) {
      remarks.append(" Required.");
    }
    if (valued.count().isRepeatable()) {
      remarks.append(" May be given several times.");
    }
    valued.preset().ifPresent(preset -> remarks.append(" Default: ").append(preset).append('.'));
    return field(option.usage(), option.summary() + remarks(valued.values(), remarks.toString()));
  }

  private static String remarks(Values values, String more) {
    return values.words().isEmpty()
        ? more
        : " One of: " + String.join(", ", values.words()) + "." + more;
  }

  private JsonView view(Declaration command) {
    return JsonView.members()
        .put("name", command.name())
        .put("group", command.group().title())
        .put("summary", command.summary())
        .put("usage", usage(command))
        .put("aliases", JsonView.texts(command.aliases()))
        .put(
            "parameters",
            JsonView.elements(command.parameters().stream().map(HelpPages::view).toList()))
        .put("options", views(command.options()));
  }

  private static JsonView view(Parameter parameter) {
    return JsonView.members()
        .put("name", parameter.name())
        .put("summary", parameter.summary())
        .put("required", JsonView.Truth.of(parameter.count().isRequired()))
        .put("repeatable", JsonView.Truth.of(parameter.count().isRepeatable()))
        .put("allowed", JsonView.texts(parameter.values().words()));
  }

  /** Options for programs. */
  static JsonView views(List<Option> options) {
    return JsonView.elements(options.stream().map(HelpPages::view).toList());
  }

  private static JsonView view(Option option) {
    JsonView.Members view =
        JsonView.members()
            .put("name", option.name())
            .put("summary", option.summary())
            .put("required", JsonView.Truth.of(option.count().isRequired()))
            .put("repeatable", JsonView.Truth.of(option.count().isRepeatable()));
    return option instanceof Option.Valued valued
        ? view.put("value", valued.placeholder())
            .put("allowed", JsonView.texts(valued.values().words()))
            .putIfKnown("default", valued.preset())
        : view;
  }
}
