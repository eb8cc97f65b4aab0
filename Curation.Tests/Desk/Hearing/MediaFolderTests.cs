using Curation.Core.Desk.Hearing;
using Xunit;

namespace Curation.Tests.Desk.Hearing;

public sealed class MediaFolderTests : IDisposable
{
    private readonly string scratch = Directory.CreateTempSubdirectory("curation-media-").FullName;

    private string Root => Path.Combine(scratch, "media");

    [Fact]
    public void It_lists_sounds_only_and_follows_no_link_that_leads_outside()
    {
        Make("media/a/one.mp3", "media/two.FLAC", "media/notes.txt", "outside/secret.mp3");
        File.CreateSymbolicLink(Path.Combine(Root, "out.mp3"), Path.Combine(scratch, "outside/secret.mp3"));
        File.CreateSymbolicLink(Path.Combine(Root, "in.mp3"), "a/one.mp3");
        Directory.CreateSymbolicLink(Path.Combine(Root, "b"), Path.Combine(scratch, "outside"));
        var (files, refused) = new MediaFolder(Root).List(default);
        Assert.Equal(["a/one.mp3", "in.mp3", "two.FLAC"], files);
        Assert.Equal(2, refused);
    }

    [Fact]
    public void Nothing_outside_is_ever_found_whatever_the_path_or_the_link()
    {
        Make("media/a/one.mp3", "outside/secret.mp3", "media-too/near.mp3");
        File.CreateSymbolicLink(Path.Combine(Root, "out.mp3"), "../outside/secret.mp3");
        Directory.CreateSymbolicLink(Path.Combine(Root, "b"), "../outside");
        File.CreateSymbolicLink(Path.Combine(Root, "near.mp3"), "../media-too/near.mp3");
        File.CreateSymbolicLink(Path.Combine(Root, "round.mp3"), "round.mp3");
        var folder = new MediaFolder(Root);
        foreach (var path in (string[])["../outside/secret.mp3", "out.mp3", "b/secret.mp3", "near.mp3", "round.mp3", Path.Combine(scratch, "outside/secret.mp3"), "a/none.mp3"])
            Assert.Null(folder.Locate(path));
        Assert.Equal(Path.Combine(Root, "a/one.mp3"), folder.Locate("a/one.mp3"));
    }

    [Fact]
    public void A_link_that_names_a_sound_but_leads_to_another_kind_of_file_is_refused()
    {
        Make("media/notes.txt");
        File.CreateSymbolicLink(Path.Combine(Root, "notes.mp3"), "notes.txt");
        Assert.Null(new MediaFolder(Root).Locate("notes.mp3"));
    }

    [Fact]
    public void A_folder_that_is_itself_reached_through_a_link_serves_its_files()
    {
        Make("media/one.mp3");
        Directory.CreateSymbolicLink(Path.Combine(scratch, "alias"), Root);
        Assert.Equal(Path.Combine(Root, "one.mp3"), new MediaFolder(Path.Combine(scratch, "alias")).Locate("one.mp3"));
    }

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    private void Make(params string[] files)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(scratch, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file);
        }
    }
}
