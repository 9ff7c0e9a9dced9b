/** First names that many people in the United Kingdom have, in small letters; those that are places as well are left out. */
export const firstNames: readonly string[] =
  `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
   paul steven stephen andrew kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric
   jonathan larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry peter
   simon adam ian neil alan colin derek graham keith barry trevor nigel roger malcolm leslie philip phillip martin stuart
   craig darren lee wayne shaun sean liam connor callum kieran jamie luke joshua oliver harry charlie oscar alfie noah
   ethan lewis owen rhys gareth huw alun dylan angus hamish ewan duncan fraser alistair rory declan cormac
   mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra ashley
   kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela
   shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria
   heather diane ruth julie olivia joyce virginia kelly lauren christina joan evelyn judith megan andrea hannah jacqueline
   martha gloria teresa ann anne sara janice julia marie kathryn frances jane alice jean claire clare louise tracey tracy
   gillian lesley maureen sheila hazel lucy sophie ellie grace chloe ella isla poppy freya imogen niamh siobhan ceri sian
   rhian bethan fiona morag kirsty eilidh mohammed muhammad mohammad mohamed ahmed ali hassan hussain ibrahim omar yusuf
   aisha fatima zainab khadija maryam amina priya anita sunita deepak raj rajesh sanjay vijay arjun rohan ravi suresh
   bob rob tom dave mike steve chris dan matt tony nick jim joe sam ben alex will pete phil andy greg ken ron ted kate liz sue jo jen beth meg
   abi pat terry jackie debbie harpreet gurpreet manpreet simran jaspreet singh wei li ming chen yan piotr krzysztof andrzej tomasz agnieszka katarzyna
   ewa marek ana joao ioana andrei elena olga ivan natalia emeka chidi ngozi kwame kofi abena amara`.split(
    /\s+/,
  );
