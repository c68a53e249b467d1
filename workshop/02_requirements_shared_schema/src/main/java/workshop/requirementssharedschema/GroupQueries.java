package workshop.requirementssharedschema;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static workshop.requirementssharedschema.db.Tables.GROUPS;
import static workshop.requirementssharedschema.db.Tables.REQUIREMENTS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import workshop.requirements.Group;
import workshop.requirements.GroupBoard;
import workshop.requirements.GroupBoard.Card;
import workshop.requirements.Groups;
import workshop.requirements.RequirementKey;

/** All statements about groups. */
record GroupQueries(DSLContext sql, long project) implements Groups {

  @Override
  public List<Group> list(long after, int limit) {
    return sql.select(GROUPS.ID, GROUPS.NAME, GROUPS.CREATED_AT)
        .from(GROUPS)
        .where(ofProject())
        .orderBy(GROUPS.ID)
        .seek(after)
        .limit(limit)
        .fetch(mapping(Group::new));
  }

  /** MULTISET is a query in a column: each group comes with its requirements. */
  @Override
  public List<GroupBoard> board(long after, int limit) {
    return sql.select(
            GROUPS.ID,
            GROUPS.NAME,
            multiset(
                    select(
                            REQUIREMENTS.NUMBER.convertFrom(RequirementKey::text),
                            REQUIREMENTS.TITLE,
                            REQUIREMENTS.STATUS)
                        .from(REQUIREMENTS)
                        .where(
                            REQUIREMENTS.PROJECT_ID.eq(project),
                            REQUIREMENTS.GROUP_ID.eq(GROUPS.ID))
                        .orderBy(REQUIREMENTS.NUMBER)
                        .limit(GroupBoard.MAX_CARDS))
                .convertFrom(cards -> cards.map(mapping(Card::new))))
        .from(GROUPS)
        .where(ofProject())
        .orderBy(GROUPS.ID)
        .seek(after)
        .limit(limit)
        .fetch(mapping(GroupBoard::new));
  }

  @Override
  public Optional<Group> find(long id) {
    return sql.select(GROUPS.ID, GROUPS.NAME, GROUPS.CREATED_AT)
        .from(GROUPS)
        .where(one(id))
        .fetchOptional(mapping(Group::new));
  }

  @Override
  public Map<String, Long> hold(Set<String> names) {
    return names.isEmpty()
        ? Map.of()
        : sql.select(GROUPS.NAME, GROUPS.ID)
            .from(GROUPS)
            .where(ofProject(), GROUPS.NAME.in(names))
            .orderBy(GROUPS.ID)
            .forShare()
            .fetchMap(GROUPS.NAME, GROUPS.ID);
  }

  @Override
  public Optional<Group> add(String name) {
    return sql.insertInto(GROUPS)
        .set(GROUPS.NAME, name)
        .onConflictDoNothing()
        .returningResult(GROUPS.ID, GROUPS.NAME, GROUPS.CREATED_AT)
        .fetchOptional(mapping(Group::new));
  }

  @Override
  public Optional<Group> rename(long id, String name) {
    try {
      return sql.update(GROUPS)
          .set(GROUPS.NAME, name)
          .where(one(id))
          .returningResult(GROUPS.ID, GROUPS.NAME, GROUPS.CREATED_AT)
          .fetchOptional(mapping(Group::new));
    } catch (IntegrityConstraintViolationException taken) {
      return Optional.empty();
    }
  }

  @Override
  public boolean delete(long id) {
    try {
      return sql.deleteFrom(GROUPS).where(one(id)).execute() > 0;
    } catch (IntegrityConstraintViolationException inUse) {
      return false;
    }
  }

  private Condition one(long id) {
    return ofProject().and(GROUPS.ID.eq(id));
  }

  private Condition ofProject() {
    return GROUPS.PROJECT_ID.eq(project);
  }
}
