package shareddb.track;

import java.nio.file.Path;
import java.util.List;
import shareddb.names.ModuleName;

/** A folder under {@code workshop/}, and the tracks found in it. */
public record WorkshopModule(ModuleName name, Path folder, List<Track> tracks) {}
