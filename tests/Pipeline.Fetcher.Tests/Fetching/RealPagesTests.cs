using Pipeline.Fetcher.Fetching;
using Pipeline.Fetcher.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.Fetcher.Tests.Fetching;

/// <summary>Pages as the sources really gave them.</summary>
public sealed class RealPagesTests
{
    [Fact]
    public async Task DailyPage_ShowsTheDayItsPapersAreListedFor()
    {
        await using var content = Open("hf/daily-api-2026-07.json");

        var page = await DailyPage.ReadAsync(content, Some.Day("2026-07-30"), TestContext.Current.CancellationToken);

        Assert.Equal(new(5, Some.Day("2026-07-31")), page);
    }

    [Theory]
    [InlineData("arxivpy_q_testing_s0_m100.http200.xml", 100, 214_881, null)]
    [InlineData("arxivpy_id_0000.0000_s0_m100.http200.xml", 0, 0, null)]
    [InlineData("arxivpy_id_1707.08567_s0_m100.http200.xml", 1, 1, null)]
    [InlineData("arxivpy_id_abc_s0_m100.http400.xml", 0, 1, "incorrect id format for abc")]
    public void QueryPage_CountsItsPapers(string file, int entries, int total, string? error)
    {
        using var content = Open("arxiv-atom/" + file);

        Assert.Equal(new(entries, total, error), QueryPage.Read(content));
    }

    [Fact]
    public void FeedPage_OfAWeekend_IsEmptyAndSaysSo()
    {
        using var content = Open("arxiv-rss/rss_cs.CL_weekend-empty_2026-08-01.xml");

        var page = FeedPage.Read(content);

        Assert.Equal((0, Some.Day("2026-08-01"), true), (page.Items, page.Day, page.IsWhole));
        Assert.Equal([DayOfWeek.Sunday, DayOfWeek.Saturday], page.SkipDays);
    }

    [Theory]
    [InlineData("atom_cs.AI_2025-08-20_trimmed-7.xml", 7, true)]
    [InlineData("atom_cs.AI_2025-08-20_cut-after-4.xml", 4, false)]
    public void FeedPage_InAtom_IsOfTheDayItWasUpdated(string file, int items, bool isWhole)
    {
        using var content = Open("arxiv-rss/" + file);

        var page = FeedPage.Read(content);

        Assert.Equal((items, Some.Day("2025-08-20"), isWhole), (page.Items, page.Day, page.IsWhole));
    }

    [Theory]
    [InlineData("sickle_ListRecords2.xml", 2, "ListRecords3.xml", null)]
    [InlineData("sickle_ListRecords4.xml", 2, null, null)]
    [InlineData("sickle_badResumptionToken.xml", 0, null, "badResumptionToken")]
    [InlineData("sickle_noSetHierarchy.xml", 0, null, "noSetHierarchy")]
    public void HarvestPage_ShowsWhereItGoesOn(string file, int records, string? token, string? error)
    {
        using var content = Open("oai-generic/" + file);

        var page = HarvestPage.Read(content);

        Assert.Equal((records, token, error), (page.Records, page.Token, page.ErrorCode));
    }

    [Fact]
    public void HostileXml_GivesAPageOrAReason_AndNothingElse()
    {
        foreach (var file in Directory.GetFiles(Find("hostile-xml")).Concat(Directory.GetFiles(Find("hostile-feeds"), "*", SearchOption.AllDirectories)))
        {
            ReadAll(File.ReadAllBytes(file));
        }
    }

    private static void ReadAll(byte[] content)
    {
        FeedPage.Read(new MemoryStream(content));
        foreach (var read in new Action<Stream>[] { stream => QueryPage.Read(stream), stream => HarvestPage.Read(stream) })
        {
            try
            {
                read(new MemoryStream(content));
            }
            catch (FetchException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        }
    }

    private static FileStream Open(string path) => File.OpenRead(Find(path));

    private static string Find(string path)
    {
        var found = RepositoryFiles.FindShared("data/listings/" + path);
        Assert.SkipWhen(found is null, $"The shared folder with {path} is not here.");
        return found!;
    }
}
