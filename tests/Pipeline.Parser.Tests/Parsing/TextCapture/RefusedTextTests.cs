namespace Pipeline.Parser.Tests.Parsing.TextCapture;

public sealed class RefusedTextTests
{
    public static TheoryData<string, string> Texts => new()
    {
        {
            "poem",
            """
            The Rain on the Roof

            The rain came down upon the roof of tin,
            And drummed its fingers till the day was done;
            The cat looked up and would not let it in,
            And dreamt instead of fishes in the sun.
            """
        },
        {
            "source code",
            """
            using System;

            // Adds two numbers. We present the result to the caller, as the method of the paper says, and our study of the data shows it.
            public static class Sum
            {
                public static int Of(int a, int b) => a + b;
            }
            """
        },
        {
            "log",
            """
            2024-09-19T08:00:01Z INFO  server started on port 8080 with 4 workers; model loaded in 2.1 s; data directory is /srv/data. Ready.
            2024-09-19T08:00:02Z WARN  slow request GET /papers took 1532 ms; results were cached by the method cache and our index. Retried.
            2024-09-19T08:00:03Z ERROR request failed
            """
        },
        {
            "licence",
            """
            The Permissive Licence

            Copyright (c) 2024 Somebody

            Permission is hereby granted, free of charge, to any person obtaining a copy
            of this software and associated documentation files, to deal in the software
            without restriction, including the rights to use, copy, modify and merge it.

            The notice above shall be included in all copies or substantial portions
            of the software.

            The software is provided as it is, without warranty of any kind, express or
            implied, including but not limited to the warranties of merchantability and
            fitness for a particular purpose. In no event shall the authors be liable.
            """
        },
        {
            "prose",
            """
            Chapter One

            It was late when the old man came down to the harbour, and the boats had already gone out. He stood for a while and looked at the water. Nobody spoke to him. The wind had turned in the night, and the gulls sat on the wall with their heads drawn in, waiting for the day to make up its mind about the weather and the fishing.

            He had a letter in his pocket that he had not opened. His daughter wrote to him twice a year, once at Easter and once when the cherries were ripe. This was neither of the two, and so he carried it about with him from the house to the harbour and back again, as if it would grow lighter with time.

            In the afternoon he sat down on an upturned boat and opened it at last.
            """
        },
        {
            "story of one paragraph",
            """
            The Old Man at the Harbour

            It was late when the old man came down to the harbour, and the boats had already gone out. He stood for a while and looked at the water. Nobody spoke to him. The wind had turned in the night, and the gulls sat on the wall with their heads drawn in, waiting for the day to make up its mind about the weather and the fishing.
            """
        },
        { "table", "title\tabstract\nDrySort\tSorting is slow.\nWetSort\tSorting is fast.\n" },
        { "titles alone", "DrySort: Sorting Wet Paper\n\nWetSort: Sorting Dry Paper\n\nNoSort: Not Sorting at All\n" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_ThatIsNoListing_IsRefused(string kind, string text)
    {
        var listing = await ReadListing.FromAsync(text, name: kind + ".txt");

        Assert.Contains("text-capture (", listing.Refusal, StringComparison.Ordinal);
        Assert.Empty(listing.Papers);
    }

    [Fact]
    public async Task Text_WithThePagesBanners_IsReadAndItsTitlesAreRejected()
    {
        var listing = await ReadListing.FromAsync(Some.Banner + "DrySort: Sorting Wet Paper\n\nWetSort: Sorting Dry Paper\n");

        Assert.Equal("text-capture", listing.Format);
        Assert.Equal(["line 11", "line 13"], listing.Rejections.Select(rejection => rejection.Where));
    }

    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(2, 3, false)]
    public async Task Text_WithoutBanners_NeedsHalfOfItsParagraphsToBeCards(int cards, int strays, bool isListing)
    {
        var text = Some.Cards(cards) + string.Concat(Enumerable.Range(1, strays).Select(n => Some.AbstractOf(n) + "\n\n"));

        Assert.Equal(isListing, (await ReadListing.FromAsync(text)).Format is not null);
    }
}
