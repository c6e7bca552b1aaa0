package tribune.rulebase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.model.Consequence;
import org.drools.model.EntryPoint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.drools.model.TypeMetaData;
import org.drools.model.View;

/**
 * A compiled model with those of its rules that are in play, in which derivations fire before the
 * rules of checks. A report cannot be taken back, so no check may look at facts before all of them
 * are derived; authors need not, and may not, say so themselves.
 */
record RulesInPlay(Model model, RuleSelection selection, Map<String, RuleName> names)
    implements Model {
  private static final Integer FIRST = 1;
  private static final Integer AFTER_THAT = 0;

  @Override
  public List<Rule> getRules() {
    return model.getRules().stream().flatMap(rule -> inPlay(rule).stream()).toList();
  }

  private Optional<Rule> inPlay(Rule rule) {
    return selection
        .nameInPlay()
        .apply(rule.getName())
        .map(
            name -> {
              boolean derives = names.get(name) instanceof RuleName.Derivation;
              return new InPlay(rule, name, derives ? FIRST : AFTER_THAT);
            });
  }

  @Override
  public String getName() {
    return model.getName();
  }

  @Override
  public String getPackageName() {
    return model.getPackageName();
  }

  @Override
  @SuppressWarnings("rawtypes") // as Drools declares it
  public List<Global> getGlobals() {
    return model.getGlobals();
  }

  @Override
  public List<Query> getQueries() {
    return model.getQueries();
  }

  @Override
  public List<TypeMetaData> getTypeMetaDatas() {
    return model.getTypeMetaDatas();
  }

  @Override
  public List<EntryPoint> getEntryPoints() {
    return model.getEntryPoints();
  }

  /** The same rule with a name and a salience of its own. */
  private record InPlay(Rule rule, String name, Integer salience) implements Rule {

    @Override
    @SuppressWarnings("unchecked") // the salience attribute is an Integer
    public <T> T getAttribute(Attribute<T> attribute) {
      return attribute == Attribute.SALIENCE ? (T) salience : rule.getAttribute(attribute);
    }

    @Override
    public View getView() {
      return rule.getView();
    }

    @Override
    public Consequence getDefaultConsequence() {
      return rule.getDefaultConsequence();
    }

    @Override
    public Map<String, Consequence> getConsequences() {
      return rule.getConsequences();
    }

    @Override
    public Map<String, Object> getMetaData() {
      return rule.getMetaData();
    }

    @Override
    public Object getMetaData(String key) {
      return rule.getMetaData(key);
    }

    @Override
    public String getUnit() {
      return rule.getUnit();
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public String getPackage() {
      return rule.getPackage();
    }
  }
}
