using Curation.Core.Playlists;
using Curation.Core.Recommending;
using Curation.Core.Storage;

namespace Curation.Core.Desk.Models;

/// <summary>Model files in the data directory, named by their hash.</summary>
public sealed class ModelFiles(DataDirectory data)
{
    /// <summary>Writes a model under a temporary name, flushes it to the disk and renames it; returns the file's name. A file that is already there is the same model.</summary>
    /// <exception cref="RefusedException">The disk would not take it; nothing was changed.</exception>
    public string Save(TrainedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var name = model.Hash + ".model";
        var part = Path.Combine(data.Models, name + ".part");
        try
        {
            using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                model.Save(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, Path.Combine(data.Models, name), overwrite: true);
            return name;
        }
        catch (IOException fault)
        {
            File.Delete(part);
            throw new RefusedException($"The model could not be written to {data.Models} ({fault.Message}). The model in use stays in use. Make room on the disk and train again.", fault);
        }
    }

    /// <summary>Reads a model that must have this hash.</summary>
    /// <exception cref="ModelFileException">The file is not there, does not verify, or is another model.</exception>
    public TrainedModel Load(string name, string hash)
    {
        var file = Path.Combine(data.Models, Path.GetFileName(name));
        if (!File.Exists(file)) throw new ModelFileException($"The model file {file} is not there. Train the model again or restore the file from a backup.");
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
        var model = TrainedModel.Load(stream);
        if (model.Hash != hash) throw new ModelFileException($"The model file {file} holds another model than the store says. Train the model again or restore the file from a backup.");
        return model;
    }
}
