using System.Text;
using Curation.Core.Importing;
using Xunit;

namespace Curation.Tests.Importing;

public sealed class HetRecTests : IDisposable
{
    private readonly ReadingScratch scratch = new();

    public HetRecTests()
    {
        scratch.Write("set/artists.dat", "id\tname\turl\tpictureURL\n1\tLow Tide\tu\tp\n2\tNorth Pier\tu\tp\n3\tLOW TIDE\tu\tp\n");
        scratch.Write("set/tags.dat", Encoding.Latin1.GetBytes("tagID\ttagValue\r\n1\tRock\r\n2\tfran\u00e7ais\r\n"));
        scratch.Write("set/user_artists.dat", "userID\tartistID\tweight\n7\t1\t10\n7\t2\t5\n7\t3\t4\n8\t99\t3\n8\t2\t-3\n8\t2\t2000000000\n");
        scratch.Write("set/user_taggedartists.dat.gz", ReadingScratch.Gzip(Encoding.UTF8.GetBytes("userID\tartistID\ttagID\tday\tmonth\tyear\n7\t1\t1\t1\t4\t2009\n7\t3\t1\t1\t5\t2009\n8\t1\t1\t1\t4\t2009\n8\t1\t1\t1\t4\t2009\n8\t2\t2\t1\t4\t2009\n8\t2\t9\t1\t4\t2009\n8\t77\t1\t1\t4\t2009\n")));
    }

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Artists_become_entries_of_the_catalogue_and_counts_become_tallies()
    {
        var rows = scratch.Read(scratch["set"]);
        Assert.Equal(["artist:low tide", "artist:north pier", "artist:low tide"], rows.OfType<TrackRow>().Select(row => row.Track.Key));
        Assert.Equal([("hetrec-7", "North Pier", 5, 1), ("hetrec-7", "Low Tide", 14, 2)], rows.OfType<TallyRow>().Select(row => (row.Listener, row.Track.Title, row.Count, row.Rows)));
    }

    [Fact]
    public void Tags_are_counted_by_who_gave_them_and_old_text_is_read()
    {
        var tags = scratch.Read(scratch["set"]).OfType<TagRow>().Select(row => (row.Track.Title, row.Tag, row.Count, row.Rows));
        Assert.Equal([("Low Tide", "rock", 2, 4), ("North Pier", "fran\u00e7ais", 1, 1)], tags);
    }

    [Fact]
    public void Unknown_ids_and_absurd_weights_are_quarantined()
    {
        scratch.Read(scratch["set"]);
        Assert.Equal(
            [
                ("user_artists.dat", 5L, "artist 99 is not in artists.dat"),
                ("user_artists.dat", 6L, "weight is not between 1 and 100000000"),
                ("user_artists.dat", 7L, "weight is not between 1 and 100000000"),
                ("user_taggedartists.dat.gz", 7L, "tag 9 is not in tags.dat"),
                ("user_taggedartists.dat.gz", 8L, "artist 77 is not in artists.dat"),
            ],
            scratch.Bad.Select(bad => (bad.File, bad.Line, bad.Reason)));
    }

    [Fact]
    public void A_file_without_the_columns_is_refused()
    {
        scratch.Write("set/user_artists.dat", "user\tartist\n1\t1\n");
        Assert.Equal("user_artists.dat, line 1: columns userID, artistID, weight are needed; found user, artist.", scratch.Stops(scratch["set"]));
    }

    [Fact]
    public void The_set_is_read_from_its_archive_too()
    {
        var path = scratch.WriteZip("set.zip", ("hetrec/artists.dat", "id\tname\n1\tLow Tide\n"), ("hetrec/user_artists.dat", "userID\tartistID\tweight\n7\t1\t10\n"));
        Assert.Single(scratch.Read(path).OfType<TallyRow>());
    }
}
